package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.billing.HeldMoney;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.holds.HoldRelease;
import com.allleads.billing.holds.Holds;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:hold-release KEY REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "hold-release",
        description = "Lets what is set aside come back to the balance; whoever set it aside finds it released")
public final class HoldReleaseCommand implements Action {

    @Reference
    private Holds holds;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "key", description = "The key of the hold, as in allleads:holds", required = true)
    @Completion(OpenHolds.class)
    private String key;

    @Argument(index = 1, name = "reason", description = "Stands in the person's statement", required = true)
    private String reason;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        HeldMoney hold = AtConsole.accepted(() -> {
            HoldRelease release = HoldRelease.checked(key, reason, operator);
            return acts.perform(
                    OperatorAct.byConsole(operator, "hold-release")
                            .on("hold", key)
                            .because(release.reason()),
                    () -> {
                        HoldRelease.orRefuse(holds.release(release));
                        return holds.find(key).orElseThrow();
                    });
        });
        Listing.of("key", "state", "amount", "person")
                .row(hold.key(), hold.state(), hold.amount(), hold.person())
                .print(System.out, json, "");
        return null;
    }
}
