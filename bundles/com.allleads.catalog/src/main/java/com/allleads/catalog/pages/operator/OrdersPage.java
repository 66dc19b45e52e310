package com.allleads.catalog.pages.operator;

import com.allleads.api.person.Slice;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.catalog.Offers;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderFilter;
import com.allleads.catalog.OrderStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's orders, newest first. */
@Component(service = Page.class, property = "allleads.command=allleads:orders")
public final class OrdersPage implements Page {

    static final String PATH = "/operator/orders";
    private static final int PER_PAGE = 50;
    private static final List<StatusOption> STATUSES = Stream.of(OrderStatus.values())
            .map(status -> new StatusOption(status.name(), Text.of("order." + status)))
            .toList();

    private final OrderBook book;
    private final Offers offers;

    @Activate
    public OrdersPage(@Reference OrderBook book, @Reference Offers offers) {
        this.book = book;
        this.offers = offers;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "orders.title", Access.Role.VIEWER, "orders.menu", 310);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Optional<String> service = request.parameter("service");
        Optional<String> status = request.parameter("status");
        OrderFilter filter = OrderFilter.read(service, status);
        Slice<Order> part = book.everybodys(filter, new Paging(PER_PAGE, request.parameter("cursor")));
        Map<String, Object> model = new HashMap<>();
        model.put("orders", part.items().stream().map(ShownOrder::of).toList());
        model.put("next", part.next());
        model.put("service", service.orElse(""));
        model.put("services", choices());
        model.put("status", status.orElse(""));
        model.put("statuses", STATUSES);
        model.put("more", PATH + query(service, status));
        return PageAnswer.show(OrdersPage.class, "orders.ftl", model);
    }

    private static String query(Optional<String> service, Optional<String> status) {
        String pairs = Stream.of(pair("service", service), pair("status", status))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static Optional<String> pair(String name, Optional<String> value) {
        return value.map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private List<Choice> choices() {
        return offers.services().stream()
                .map(service -> new Choice(service.id(), service.name()))
                .toList();
    }

    /**
     * A service to choose.
     *
     * @param value its id
     * @param label what people call it
     */
    public record Choice(String value, String label) {}

    /**
     * A status to choose.
     *
     * @param value its name
     * @param label what operators call it
     */
    public record StatusOption(String value, Text label) {}

    /**
     * An order as operators see it.
     *
     * @param id the order's id
     * @param person the identifier of whose it is
     * @param name what the service was called
     * @param quantity how many units
     * @param total the price of all
     * @param status where it stands
     * @param orderedAt when
     */
    public record ShownOrder(
            String id, String person, String name, int quantity, Money total, String status, Instant orderedAt) {

        static ShownOrder of(Order order) {
            return new ShownOrder(
                    order.id().toString(),
                    order.person().toString(),
                    order.name(),
                    order.quantity(),
                    order.total(),
                    order.status().name(),
                    order.orderedAt());
        }
    }
}
