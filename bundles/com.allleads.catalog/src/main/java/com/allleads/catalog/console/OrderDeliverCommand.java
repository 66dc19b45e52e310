package com.allleads.catalog.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.catalog.HeldOrders;
import com.allleads.catalog.OperatorActs;
import com.allleads.catalog.Order;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:order-deliver ID QUANTITY}. */
@Service
@Command(
        scope = "allleads",
        name = "order-deliver",
        description = "An order was delivered, in whole or in part: that is paid, the rest comes back")
public final class OrderDeliverCommand implements Action {

    @Reference
    private HeldOrders orders;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "id", description = "The order's id, as in allleads:orders", required = true)
    @Completion(WaitingOrders.class)
    private String id;

    @Argument(index = 1, name = "quantity", description = "How many units were delivered", required = true)
    private int quantity;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        UUID order = EnteredByOperator.order(id);
        String actor = EnteredByOperator.actor();
        Order ended = AtConsole.accepted(() -> acts.perform(
                OperatorAct.byConsole(AtConsole.operator(), "order-deliver").on("order", order.toString()),
                () -> orders.deliver(order, quantity, actor).orRefuse()));
        Listing.of("id", "status", "delivered", "paid", "person")
                .row(ended.id(), ended.status(), ended.delivered(), ended.paid(), ended.person())
                .print(System.out, json, "");
        return null;
    }
}
