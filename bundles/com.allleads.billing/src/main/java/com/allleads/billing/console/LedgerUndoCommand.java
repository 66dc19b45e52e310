package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.corrections.Corrections;
import com.allleads.billing.corrections.Undoing;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:ledger-undo TRANSACTION REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "ledger-undo",
        description = "Undoes a payment from a balance, or credit that was given, by the opposite transaction, once")
public final class LedgerUndoCommand implements Action {

    @Reference
    private Corrections corrections;

    @Reference
    private OperatorActs acts;

    @Argument(
            index = 0,
            name = "transaction",
            description = "The number of the transaction, as in the person's statement",
            required = true)
    private String transaction;

    @Argument(index = 1, name = "reason", description = "Stands in the person's statement", required = true)
    private String reason;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        String made = AtConsole.accepted(() -> {
            Undoing undoing = Undoing.checked(transaction, reason, operator);
            return acts.perform(
                    OperatorAct.byConsole(operator, "ledger-undo")
                            .on("transaction", Long.toString(undoing.transaction()))
                            .because(undoing.reason()),
                    () -> corrections.undo(undoing).orRefuse());
        });
        Listing.of("transaction", "undone").row(made, transaction).print(System.out, json, "");
        return null;
    }
}
