package com.allleads.catalog;

import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.store.StoreException;
import com.allleads.catalog.NewOrders.RefusedBefore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes orders. The charge in the ledger is the order: it is keyed by the order's id, which follows from the person and their
 * idempotency key, and carries all that the order's row says. The row is written in the charge's transaction, and can be made again
 * from it. So whatever fails in between, an order is paid once. Safe for use by many threads.
 *
 * <p>Most orders are asked for once, so that they are charged without looking whether they were asked for before: the ledger and the
 * tables of the catalogue refuse one that was, and only then is it looked for.
 */
@Component(service = Orders.class)
public final class Orders {

    /** The greatest quantity of one order. */
    public static final int MOST = 1_000_000;

    static final String NOT_NOW = "Orders cannot be taken at the moment.";
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    static final String TRY_AGAIN = "Please try again in a moment; nothing is paid twice.";

    private final Offers offers;
    private final OrderBook book;
    private final Refusals refusals;
    private final HeldOrders later;
    private final AnsweredLately answered = new AnsweredLately();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PrepaidBalances balances;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Activate
    public Orders(
            @Reference Offers offers,
            @Reference OrderBook book,
            @Reference Refusals refusals,
            @Reference HeldOrders later) {
        this.offers = offers;
        this.book = book;
        this.refusals = refusals;
        this.later = later;
    }

    /**
     * Orders a service and pays it from the balance, or sets its price aside where it is delivered later.
     *
     * @param key marks repetitions of the same order
     * @return what became of it, durable
     */
    public OrderOutcome place(PersonId person, IdempotencyKey key, String service, int quantity) {
        PrepaidBalances ledger = balances;
        Accounts people = accounts;
        if (ledger == null || people == null || !later.open()) {
            return new OrderOutcome.Unavailable(NOT_NOW);
        }
        try {
            UUID id = idOf(person, key);
            Optional<OrderOutcome> paid = answered.first(id) && possible(quantity) && people.active(person)
                    ? offers.find(service)
                            .filter(offered -> offered.deliveryDays().isEmpty())
                            .flatMap(offered -> payUnasked(ledger, order(id, person, key, offered, quantity)))
                    : Optional.empty();
            return paid.isPresent() ? paid.get() : placeAsked(ledger, people, id, person, key, service, quantity);
        } catch (StoreException | JdbiException e) {
            LOG.error("An order could not be written", e);
            return new OrderOutcome.Unavailable(TRY_AGAIN);
        }
    }

    /**
     * Pays an order as if it were asked for for the first time.
     *
     * @return empty where it was not paid now, for whichever reason
     */
    private Optional<OrderOutcome> payUnasked(PrepaidBalances ledger, Order order) {
        try {
            ChargeAnswer answer = ledger.charge(OrderCharge.of(order), book.row(order));
            return answer instanceof ChargeAnswer.Charged charged && charged.first()
                    ? Optional.of(taken(order))
                    : Optional.empty();
        } catch (StoreException e) {
            if (RefusedBefore.in(e) || DuplicateRow.in(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Places an order once it is known whether it was asked for before. */
    private OrderOutcome placeAsked(
            PrepaidBalances ledger,
            Accounts people,
            UUID id,
            PersonId person,
            IdempotencyKey key,
            String service,
            int quantity) {
        Optional<OrderOutcome> earlier = answeredBefore(id, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!possible(quantity)) {
            return new OrderOutcome.WrongQuantity();
        }
        if (people.status(person).filter(Accounts.Status.ACTIVE::equals).isEmpty()) {
            return new OrderOutcome.NotActive();
        }
        Optional<Service> offered = offers.find(service);
        if (offered.isEmpty()) {
            return taken(ledger, id, key).orElseGet(OrderOutcome.UnknownService::new);
        }
        Order order = order(id, person, key, offered.get(), quantity);
        return order.delivery().isPresent() ? setAside(ledger, order, key) : pay(ledger, order, key);
    }

    private static boolean possible(int quantity) {
        return quantity >= 1 && quantity <= MOST;
    }

    private Optional<OrderOutcome> answeredBefore(UUID id, IdempotencyKey key) {
        Optional<OrderOutcome> made = book.find(id).map(order -> goOn(order, key));
        return made.or(() -> refusals.find(id)
                .map(digest -> digest.equals(key.bodyDigest())
                        ? new OrderOutcome.InsufficientBalance()
                        : new OrderOutcome.KeyReused()));
    }

    private OrderOutcome goOn(Order order, IdempotencyKey key) {
        boolean placing =
                order.delivery().filter(one -> one.stage() == Stage.PLACING).isPresent();
        return placing ? later.place(order, key) : repeated(order, key);
    }

    private OrderOutcome setAside(PrepaidBalances ledger, Order order, IdempotencyKey key) {
        if (!order.unitPrice().getCurrencyUnit().equals(ledger.currency())) {
            return new OrderOutcome.WrongCurrency();
        }
        // Before the service was delivered later an earlier try may have paid it at once.
        return taken(ledger, order.id(), key).orElseGet(() -> later.place(order, key));
    }

    private OrderOutcome pay(PrepaidBalances ledger, Order order, IdempotencyKey key) {
        ChargeAnswer answer = ledger.charge(OrderCharge.of(order), book.row(order));
        if (answer instanceof ChargeAnswer.Charged charged && charged.first()) {
            return taken(order);
        }
        if (answer instanceof ChargeAnswer.WrongCurrency) {
            return new OrderOutcome.WrongCurrency();
        }
        if (answer instanceof ChargeAnswer.Insufficient) {
            refusals.add(order.id(), order.person(), order.bodyDigest());
            return new OrderOutcome.InsufficientBalance();
        }
        // Charged at an earlier try that left no row, perhaps at another price: what counts is what was paid then.
        return taken(ledger, order.id(), key).orElseGet(() -> new OrderOutcome.Unavailable(TRY_AGAIN));
    }

    /** Makes the row of an order that was charged at an earlier try. */
    private Optional<OrderOutcome> taken(PrepaidBalances ledger, UUID id, IdempotencyKey key) {
        return ledger.taken(OrderCharge.key(id)).map(OrderCharge::read).map(order -> recorded(order, key));
    }

    private OrderOutcome recorded(Order order, IdempotencyKey key) {
        // Where another thread was faster its row counts, so that every answer says the same.
        Order counts = book.add(order) ? order : book.find(order.id()).orElse(order);
        return repeated(counts, key);
    }

    private static OrderOutcome repeated(Order order, IdempotencyKey key) {
        return order.bodyDigest().equals(key.bodyDigest()) ? taken(order) : new OrderOutcome.KeyReused();
    }

    /** An order that was taken. */
    static OrderOutcome taken(Order order) {
        return order.delivery().isPresent() ? new OrderOutcome.Ordered(order) : new OrderOutcome.Paid(order);
    }

    private static Order order(UUID id, PersonId person, IdempotencyKey key, Service service, int quantity) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Order(
                id,
                person,
                service.id(),
                service.name(),
                quantity,
                service.price(),
                key.bodyDigest(),
                now,
                service.deliveryDays().map(days -> Delivery.placing(now.plus(Duration.ofDays(days)))));
    }

    private static UUID idOf(PersonId person, IdempotencyKey key) {
        return UUID.nameUUIDFromBytes((person + " " + key.key()).getBytes(StandardCharsets.UTF_8));
    }
}
