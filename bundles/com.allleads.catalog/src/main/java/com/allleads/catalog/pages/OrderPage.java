package com.allleads.catalog.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One order of a person, which is also its confirmation. */
@Component(service = Page.class)
public final class OrderPage implements Page {

    static final String PATH = "/account/order";

    private final OrderBook book;

    @Activate
    public OrderPage(@Reference OrderBook book) {
        this.book = book;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "order.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Order order = request.parameter("id")
                .flatMap(OrderPage::read)
                .flatMap(id -> book.find(request.caller().requirePerson(), id))
                .orElseThrow(() -> Problem.notFound("An order with this id").exception());
        return PageAnswer.show(
                OrderPage.class,
                "order.ftl",
                Map.of("order", ServicesPage.ShownOrder.of(order), "unitPrice", order.unitPrice()));
    }

    private static Optional<UUID> read(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
