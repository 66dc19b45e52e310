package com.allleads.catalog.pages.operator;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Chart.Series;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.catalog.OrderBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders of the last two weeks, by day. */
@Component(service = Panel.class)
public final class OrdersPanel implements Panel {

    private static final int DAYS = 14;

    private final OrderBook book;

    @Activate
    public OrdersPanel(@Reference OrderBook book) {
        this.book = book;
    }

    @Override
    public Info info() {
        return Info.forOperators("orders.title", 250, OrdersPage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<LocalDate, Long> orders = book.perDay(first);
        List<LocalDate> days = first.datesUntil(today.plusDays(1)).toList();
        Series series = new Series(
                "orders.series",
                Chart.Tone.GOOD,
                days.stream()
                        .map(day -> orders.getOrDefault(day, 0L).doubleValue())
                        .toList());
        Chart perDay = new Chart(
                Chart.Kind.BARS, days.stream().map(LocalDate::toString).toList(), List.of(series));
        return PageAnswer.show(
                OrdersPanel.class,
                "orders-panel.ftl",
                Map.of("today", orders.getOrDefault(today, 0L), "perDay", perDay));
    }
}
