package com.allleads.catalog.pages;

import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.catalog.Delivery;
import com.allleads.catalog.HeldOrders;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderIds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One order of a person, which is also its confirmation; one that waits for delivery is cancelled here. */
@Component(service = Page.class)
public final class OrderPage implements Page {

    static final String PATH = "/account/order";

    private final OrderBook book;
    private final HeldOrders later;

    @Activate
    public OrderPage(@Reference OrderBook book, @Reference HeldOrders later) {
        this.book = book;
        this.later = later;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "order.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Order order = own(request);
        if (!request.submitted()) {
            return PageAnswer.show(OrderPage.class, "order.ftl", model(order, Form.blank()));
        }
        try {
            later.cancel(order.id(), Delivery.PERSON, Optional.empty()).orRefuse();
            return PageAnswer.goTo(PATH + "?id=" + order.id(), "order.is-cancelled");
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return new PageAnswer.Show(
                    OrderPage.class,
                    "order.ftl",
                    model(own(request), form),
                    refused.problem().status(),
                    Set.of());
        }
    }

    private Order own(PageRequest request) {
        return request.parameter("id")
                .flatMap(OrderIds::read)
                .flatMap(id -> book.find(request.caller().requirePerson(), id))
                .orElseThrow(() -> Problem.notFound("An order with this id").exception());
    }

    private static Map<String, Object> model(Order order, Form form) {
        return Map.of("form", form, "order", OwnOrder.of(order));
    }

    /**
     * An order with all that is known of it.
     *
     * @param id the order's id
     * @param name what the service was called
     * @param quantity how many units
     * @param unitPrice of one
     * @param total of all
     * @param status where it stands
     * @param orderedAt when
     * @param delivered how many units were delivered
     * @param paid what was paid
     * @param deliverBy until when it is delivered, where it is delivered later
     * @param endedAt when it was delivered, cancelled or expired
     * @param ownWish whether the person cancelled it
     * @param reason why it was cancelled, where an operator did
     */
    public record OwnOrder(
            String id,
            String name,
            int quantity,
            Money unitPrice,
            Money total,
            String status,
            Instant orderedAt,
            int delivered,
            Money paid,
            Optional<Instant> deliverBy,
            Optional<Instant> endedAt,
            boolean ownWish,
            Optional<String> reason) {

        static OwnOrder of(Order order) {
            Optional<Delivery> ended = order.ended();
            return new OwnOrder(
                    order.id().toString(),
                    order.name(),
                    order.quantity(),
                    order.unitPrice(),
                    order.total(),
                    order.status().name(),
                    order.orderedAt(),
                    order.delivered(),
                    order.paid(),
                    order.delivery().map(Delivery::by),
                    ended.flatMap(Delivery::endedAt),
                    ended.filter(Delivery::cancelledByPerson).isPresent(),
                    ended.flatMap(Delivery::reason));
        }
    }
}
