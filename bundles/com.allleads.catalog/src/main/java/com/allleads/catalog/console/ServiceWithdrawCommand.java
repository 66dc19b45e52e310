package com.allleads.catalog.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.catalog.Offers;
import com.allleads.catalog.OperatorActs;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:service-withdraw ID}. */
@Service
@Command(
        scope = "allleads",
        name = "service-withdraw",
        description = "Takes a service off the list; what was ordered stays ordered")
public final class ServiceWithdrawCommand implements Action {

    @Reference
    private Offers offers;

    @Reference
    private OperatorActs acts;

    @Argument(name = "id", description = "Its id", required = true)
    @Completion(ServiceIds.class)
    private String id;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        return AtConsole.accepted(() ->
                acts.perform(OperatorAct.byConsole(operator, "service-withdraw").on("service", id), this::withdraw));
    }

    private Object withdraw() {
        if (!offers.withdraw(id)) {
            throw new IllegalArgumentException("No service " + id + " is for sale; allleads:services lists them.");
        }
        Listing.of("id", "state").row(id, "withdrawn").print(System.out, json, "");
        return null;
    }
}
