package com.allleads.catalog.console;

import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.api.rest.Paging;
import com.allleads.catalog.Delivery;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderFilter;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** {@code allleads:orders}. */
@Service
@Command(scope = "allleads", name = "orders", description = "Lists the latest orders of everybody, newest first")
public final class OrdersCommand implements Action {

    @Reference
    private OrderBook book;

    @Option(name = "--service", description = "Only those of this service")
    @Completion(ServiceIds.class)
    private String service;

    @Option(name = "--status", description = "PAID, ORDERED, DELIVERED, CANCELLED or EXPIRED")
    @Completion(
            value = StringsCompleter.class,
            values = {"PAID", "ORDERED", "DELIVERED", "CANCELLED", "EXPIRED"})
    private String status;

    @Option(name = "--limit", description = "How many at most")
    private int limit = 100;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of(
                "id", "at", "service", "quantity", "price", "status", "deliverBy", "delivered", "paid", "person");
        Paging paging = new Paging(Math.max(1, limit), Optional.empty());
        OrderFilter filter = AtConsole.accepted(() -> OrderFilter.read(
                Optional.ofNullable(service), Optional.ofNullable(status).map(text -> text.toUpperCase(Locale.ROOT))));
        for (Order order : book.everybodys(filter, paging).items()) {
            listing.row(
                    order.id(),
                    order.orderedAt(),
                    order.service(),
                    order.quantity(),
                    order.total(),
                    order.status(),
                    order.delivery().map(Delivery::by).orElse(null),
                    order.delivered(),
                    order.paid(),
                    order.person());
        }
        listing.print(System.out, json, "There are no such orders.");
        return null;
    }
}
