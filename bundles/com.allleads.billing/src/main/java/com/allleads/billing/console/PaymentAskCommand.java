package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUps;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:payment-ask ID}. */
@Service
@Command(
        scope = "allleads",
        name = "payment-ask",
        description = "Lets the processor be asked at once what became of a payment that is UNKNOWN or PENDING")
public final class PaymentAskCommand implements Action {

    @Reference
    private TopUps topUps;

    @Reference
    private OperatorActs acts;

    @Argument(name = "id", description = "The payment, as in allleads:payments", required = true)
    @Completion(OpenPayments.class)
    private String id;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        return AtConsole.accepted(() ->
                acts.perform(OperatorAct.byConsole(operator, "payment-ask").on("payment", id), this::ask));
    }

    private Object ask() {
        TopUp topUp = topUps.find(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no such payment; allleads:payments lists the latest."));
        boolean asked = topUps.askSoon(id);
        Listing.of("id", "status", "processor", "key", "asked")
                .row(topUp.id(), topUp.status(), topUp.processor(), topUp.chargeKey(), asked)
                .print(System.out, json, "");
        return null;
    }
}
