package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the catalogue holds about a person: their orders, and when their balance did not suffice for one. */
@Component(service = PersonalRecords.class)
public final class OrdersOfPerson implements PersonalRecords {

    private final OrderBook book;
    private final Refusals refusals;

    @Activate
    public OrdersOfPerson(@Reference OrderBook book, @Reference Refusals refusals) {
        this.book = book;
        this.refusals = refusals;
    }

    @Override
    public String capability() {
        return "catalog";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("orders", book.all(person).stream().map(OrdersOfPerson::plain).toList());
        held.put("ordersRefusedAt", refusals.of(person));
        return held;
    }

    private static Map<String, Object> plain(Order order) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", order.id().toString());
        plain.put("service", order.service());
        plain.put("name", order.name());
        plain.put("quantity", order.quantity());
        plain.put("price", order.total());
        plain.put("orderedAt", order.orderedAt());
        plain.put("status", order.status().name());
        plain.put("paid", order.paid());
        order.delivery().ifPresent(delivery -> {
            plain.put("deliverBy", delivery.by());
            plain.put("delivered", order.delivered());
            delivery.reason().ifPresent(reason -> plain.put("reason", reason));
            delivery.endedAt().ifPresent(at -> plain.put("endedAt", at));
        });
        return plain;
    }
}
