package com.allleads.catalog.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.catalog.CancelReason;
import com.allleads.catalog.HeldOrders;
import com.allleads.catalog.OperatorActs;
import com.allleads.catalog.Order;
import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:order-cancel ID REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "order-cancel",
        description = "An order is not delivered any more: its price comes back to the balance")
public final class OrderCancelCommand implements Action {

    @Reference
    private HeldOrders orders;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "id", description = "The order's id, as in allleads:orders", required = true)
    @Completion(WaitingOrders.class)
    private String id;

    @Argument(index = 1, name = "reason", description = "Told to the person, and in their statement", required = true)
    private String reason;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        UUID order = EnteredByOperator.order(id);
        String actor = EnteredByOperator.actor();
        Order ended = AtConsole.accepted(() -> {
            String why = CancelReason.checked(reason);
            return acts.perform(
                    OperatorAct.byConsole(AtConsole.operator(), "order-cancel")
                            .on("order", order.toString())
                            .because(why),
                    () -> orders.cancel(order, actor, Optional.of(why)).orRefuse());
        });
        Listing.of("id", "status", "delivered", "paid", "person")
                .row(ended.id(), ended.status(), ended.delivered(), ended.paid(), ended.person())
                .print(System.out, json, "");
        return null;
    }
}
