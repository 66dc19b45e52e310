package com.allleads.catalog.console;

import com.allleads.api.console.Listing;
import com.allleads.api.rest.Paging;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:orders}. */
@Service
@Command(scope = "allleads", name = "orders", description = "Lists the latest orders of everybody, newest first")
public final class OrdersCommand implements Action {

    @Reference
    private OrderBook book;

    @Option(name = "--service", description = "Only those of this service")
    @Completion(ServiceIds.class)
    private String service;

    @Option(name = "--limit", description = "How many at most")
    private int limit = 100;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "at", "service", "quantity", "paid", "person");
        Paging paging = new Paging(Math.max(1, limit), Optional.empty());
        for (Order order : book.everybodys(Optional.ofNullable(service), paging).items()) {
            listing.row(
                    order.id(), order.orderedAt(), order.service(), order.quantity(), order.total(), order.person());
        }
        listing.print(System.out, json, "There are no such orders.");
        return null;
    }
}
