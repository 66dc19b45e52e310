package com.allleads.catalog.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.catalog.CancelReason;
import com.allleads.catalog.Delivery;
import com.allleads.catalog.HeldOrders;
import com.allleads.catalog.OperatorActs;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderIds;
import com.allleads.catalog.pages.EnteredQuantity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One order with all that is known of it; one that waits for delivery is delivered or cancelled here. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:order-deliver", "allleads.command=allleads:order-cancel"})
public final class EverybodysOrderPage implements Page {

    private static final String PATH = "/operator/order";

    private final OrderBook book;
    private final HeldOrders later;
    private final OperatorActs acts;

    @Activate
    public EverybodysOrderPage(@Reference OrderBook book, @Reference HeldOrders later, @Reference OperatorActs acts) {
        this.book = book;
        this.later = later;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "order.title", Access.Role.VIEWER);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Order order = wanted(request);
        if (!request.submitted()) {
            Form form = Form.filled(Map.of("quantity", Integer.toString(order.quantity())));
            return PageAnswer.show(EverybodysOrderPage.class, "order.ftl", model(order, form, ""));
        }
        boolean cancels = request.parameter("do").filter("cancel"::equals).isPresent();
        try {
            String said = cancels ? cancel(request, order) : deliver(request, order);
            return PageAnswer.goTo(PATH + "?id=" + order.id(), said);
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return new PageAnswer.Show(
                    EverybodysOrderPage.class,
                    "order.ftl",
                    model(wanted(request), form, cancels ? "cancel" : "deliver"),
                    refused.problem().status(),
                    Set.of());
        }
    }

    private String deliver(PageRequest request, Order order) {
        int quantity = EnteredQuantity.of(request.parameter("quantity").orElse(""));
        acts.perform(
                OperatorAct.byPage(request.caller(), "order-deliver")
                        .on("order", order.id().toString()),
                () -> later.deliver(order.id(), quantity, actor(request)).orRefuse());
        return "order.is-delivered";
    }

    private String cancel(PageRequest request, Order order) {
        String reason = CancelReason.checked(request.parameter("reason").orElse(""));
        acts.perform(
                OperatorAct.byPage(request.caller(), "order-cancel")
                        .on("order", order.id().toString())
                        .because(reason),
                () -> later.cancel(order.id(), actor(request), Optional.of(reason))
                        .orRefuse());
        return "order.is-cancelled";
    }

    private Order wanted(PageRequest request) {
        return request.parameter("id")
                .flatMap(OrderIds::read)
                .flatMap(book::findPlaced)
                .orElseThrow(() -> Problem.notFound("An order with this id").exception());
    }

    private static String actor(PageRequest request) {
        return "operator " + request.caller().getName();
    }

    private static Map<String, Object> model(Order order, Form form, String refused) {
        return Map.of("form", form, "order", Whole.of(order), "refused", refused);
    }

    /**
     * An order with all that is known of it.
     *
     * @param id the order's id
     * @param person the identifier of whose it is
     * @param name what the service was called
     * @param quantity how many units
     * @param total the price of all
     * @param status where it stands
     * @param orderedAt when
     * @param delivered how many units were delivered
     * @param paid what was paid
     * @param deliverBy until when its price is set aside, where it is delivered later
     * @param endedAt when it was delivered, cancelled or expired
     * @param actor who delivered or cancelled it
     * @param reason why it was cancelled, where an operator did
     */
    public record Whole(
            String id,
            String person,
            String name,
            int quantity,
            Money total,
            String status,
            Instant orderedAt,
            int delivered,
            Money paid,
            Optional<Instant> deliverBy,
            Optional<Instant> endedAt,
            Optional<String> actor,
            Optional<String> reason) {

        static Whole of(Order order) {
            Optional<Delivery> ended = order.ended();
            return new Whole(
                    order.id().toString(),
                    order.person().toString(),
                    order.name(),
                    order.quantity(),
                    order.total(),
                    order.status().name(),
                    order.orderedAt(),
                    order.delivered(),
                    order.paid(),
                    order.delivery().map(Delivery::by),
                    ended.flatMap(Delivery::endedAt),
                    ended.flatMap(Delivery::actor),
                    ended.flatMap(Delivery::reason));
        }
    }
}
