package com.allleads.catalog;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.Outbox;
import com.allleads.api.registration.Accounts;
import com.allleads.api.store.Transactions;
import com.allleads.catalog.messages.OrderCancelledMessage;
import com.allleads.catalog.messages.OrderDeliveredMessage;
import com.allleads.catalog.messages.OrderExpiredMessage;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Writes to people what became of orders that were delivered later, each in its person's language. That a message is owed stands
 * beside the order from the moment it ended, so that none is lost by a crash; while the outbox or registration is away it waits.
 */
@Component(service = OrderMail.class)
public final class OrderMail {

    private static final int AT_ONCE = 50;

    private final DeliveryTable table;
    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Outbox outbox;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Activate
    public OrderMail(@Reference DeliveryTable table, @Reference Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    /** Stores the messages that are owed now. */
    void sendOwed() {
        Outbox box = outbox;
        Accounts people = accounts;
        if (box == null || people == null) {
            return;
        }
        for (Order order : table.noticesOwed(AT_ONCE)) {
            transactions.required(() -> {
                box.send("order-" + order.id(), order.person(), template(order.status()), values(order, people));
                table.noticeSent(order.id());
            });
        }
    }

    private static String template(OrderStatus end) {
        return switch (end) {
            case DELIVERED -> OrderDeliveredMessage.ID;
            case CANCELLED -> OrderCancelledMessage.ID;
            case EXPIRED -> OrderExpiredMessage.ID;
            case PAID, ORDERED -> throw new IllegalStateException("an order of which nobody is to be told");
        };
    }

    private static Map<String, String> values(Order order, Accounts people) {
        Map<String, String> values = new HashMap<>();
        values.put(AccountMessage.LANGUAGE, people.language(order.person()));
        values.put("number", order.id().toString());
        values.put("service", order.name());
        values.put("ordered", Integer.toString(order.quantity()));
        values.put("delivered", Integer.toString(order.delivered()));
        values.put("paid", order.paid().toString());
        values.put("back", order.total().minus(order.paid()).toString());
        order.delivery().flatMap(Delivery::reason).ifPresent(reason -> values.put("reason", reason));
        return values;
    }
}
