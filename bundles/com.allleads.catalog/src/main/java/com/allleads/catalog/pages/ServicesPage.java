package com.allleads.catalog.pages;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.catalog.Offers;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderOutcome;
import com.allleads.catalog.Orders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services to order, each with its form, and the person's orders. */
@Component(service = Page.class)
public final class ServicesPage implements Page {

    private static final String PATH = "/account/services";
    private static final int PER_PAGE = 25;

    private final Offers offers;
    private final Orders orders;
    private final OrderBook book;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PrepaidBalances balances;

    @Activate
    public ServicesPage(@Reference Offers offers, @Reference Orders orders, @Reference OrderBook book) {
        this.offers = offers;
        this.orders = orders;
        this.book = book;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "services.title", Access.Role.PERSON, "services.menu", 130);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(ServicesPage.class, "services.ftl", model(request, Form.blank()));
        }
        String service = request.parameter("service").orElse("");
        IdempotencyKey key = request.submission("service", "quantity");
        Optional<Problem> changed = changedPrice(request, service);
        if (changed.isPresent()) {
            return refused(request, changed.get());
        }
        OrderOutcome outcome = orders.place(
                request.caller().requirePerson(),
                key,
                service,
                EnteredQuantity.of(request.parameter("quantity").orElse("")));
        if (outcome instanceof OrderOutcome.Paid paid) {
            return PageAnswer.goTo(OrderPage.PATH + "?id=" + paid.order().id());
        }
        if (outcome instanceof OrderOutcome.Ordered ordered) {
            return PageAnswer.goTo(OrderPage.PATH + "?id=" + ordered.order().id());
        }
        return refused(request, Refusal.of(outcome));
    }

    /** Nobody pays another price than the one that they saw. */
    private Optional<Problem> changedPrice(PageRequest request, String service) {
        return offers.find(service)
                .filter(offered -> request.parameter("price")
                        .filter(offered.price().toString()::equals)
                        .isEmpty())
                .map(offered -> Problem.of(
                        409,
                        "price-changed",
                        "The price was changed while you looked at it.",
                        "Nothing was ordered. Look at it again and order if you still want to."));
    }

    /** What could not be known is tried again with the same key, so that it is paid once; everything else is a new order. */
    private PageAnswer refused(PageRequest request, Problem problem) {
        Form form = Form.entered(request).refused(problem);
        return new PageAnswer.Show(
                ServicesPage.class,
                "services.ftl",
                model(request, problem.status() == 503 ? form : form.again()),
                problem.status(),
                Set.of());
    }

    private Map<String, Object> model(PageRequest request, Form form) {
        PersonId person = request.caller().requirePerson();
        Optional<String> cursor = request.submitted() ? Optional.empty() : request.parameter("cursor");
        Slice<ShownOrder> mine = book.of(person, new Paging(PER_PAGE, cursor)).map(ShownOrder::of);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("services", offers.services().stream().map(Offered::of).toList());
        model.put("orders", mine.items());
        model.put("next", mine.next());
        model.put("later", cursor.isPresent());
        PrepaidBalances known = balances;
        model.put(
                "available",
                Optional.ofNullable(known).map(b -> b.balance(person)).map(Balance::available));
        return model;
    }

    /**
     * A service as it is offered.
     *
     * @param id the service's id
     * @param name what people call it
     * @param price of one unit
     * @param shownPrice the same as a form sends it back
     * @param deliveryDays within how many days it is delivered; empty where it is there at once
     */
    public record Offered(String id, String name, Money price, String shownPrice, Optional<Integer> deliveryDays) {

        static Offered of(Service service) {
            return new Offered(
                    service.id(),
                    service.name(),
                    service.price(),
                    service.price().toString(),
                    service.deliveryDays());
        }
    }

    /**
     * An order in the list.
     *
     * @param id the order's id
     * @param name what the service was called
     * @param quantity how many units
     * @param total the price of all
     * @param status where it stands
     * @param orderedAt when
     */
    public record ShownOrder(String id, String name, int quantity, Money total, String status, Instant orderedAt) {

        static ShownOrder of(Order order) {
            return new ShownOrder(
                    order.id().toString(),
                    order.name(),
                    order.quantity(),
                    order.total(),
                    order.status().name(),
                    order.orderedAt());
        }
    }
}
