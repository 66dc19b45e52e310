package com.allleads.catalog.console;

import com.allleads.api.rest.Paging;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderFilter;
import com.allleads.catalog.OrderStatus;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the ids of orders that wait for delivery. */
@Service
public final class WaitingOrders implements Completer {

    private static final int MOST = 50;

    @Reference
    private OrderBook book;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        OrderFilter waiting = new OrderFilter(Optional.empty(), Optional.of(OrderStatus.ORDERED));
        List<String> ids = book.everybodys(waiting, new Paging(MOST, Optional.empty())).items().stream()
                .map(order -> order.id().toString())
                .toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
