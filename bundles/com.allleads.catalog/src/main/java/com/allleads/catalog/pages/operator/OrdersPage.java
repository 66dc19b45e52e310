package com.allleads.catalog.pages.operator;

import com.allleads.api.person.Slice;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.catalog.Offers;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's orders, newest first. */
@Component(service = Page.class, property = "allleads.command=allleads:orders")
public final class OrdersPage implements Page {

    static final String PATH = "/operator/orders";
    private static final int PER_PAGE = 50;

    private final OrderBook book;
    private final Offers offers;

    @Activate
    public OrdersPage(@Reference OrderBook book, @Reference Offers offers) {
        this.book = book;
        this.offers = offers;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "orders.title", Access.Role.VIEWER, "orders.menu", 250);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Optional<String> service = request.parameter("service");
        Slice<Order> part = book.everybodys(service, new Paging(PER_PAGE, request.parameter("cursor")));
        Map<String, Object> model = new HashMap<>();
        model.put("orders", part.items().stream().map(ShownOrder::of).toList());
        model.put("next", part.next());
        model.put("service", service.orElse(""));
        model.put("services", choices());
        model.put(
                "more",
                PATH
                        + service.map(id -> "?service=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                                .orElse(""));
        return PageAnswer.show(OrdersPage.class, "orders.ftl", model);
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
     * An order as operators see it.
     *
     * @param person the identifier of whose it is
     * @param name what the service was called
     * @param quantity how many units
     * @param total what was paid
     * @param orderedAt when
     */
    public record ShownOrder(String person, String name, int quantity, Money total, Instant orderedAt) {

        static ShownOrder of(Order order) {
            return new ShownOrder(
                    order.person().toString(), order.name(), order.quantity(), order.total(), order.orderedAt());
        }
    }
}
