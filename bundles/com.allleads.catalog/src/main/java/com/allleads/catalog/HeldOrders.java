package com.allleads.catalog;

import com.allleads.api.billing.HeldMoney;
import com.allleads.api.billing.Hold;
import com.allleads.api.billing.HoldAnswer;
import com.allleads.api.billing.PrepaidHolds;
import com.allleads.api.rest.IdempotencyKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders that are delivered later. The row is written first, then the money is moved under the order's id, then the row follows what
 * became of the money: so whatever fails in between, both agree in the end. Safe for use by many threads.
 */
@Component(service = HeldOrders.class)
public final class HeldOrders {

    /** Until when whoever places an order knows whether the money is set aside, or waits no more. */
    static final Duration PLACING = Duration.ofMinutes(1);

    /** How often it is looked at whether the money of an order is still set aside: billing lets go of it by itself too. */
    static final Duration ROUND = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(HeldOrders.class);
    private static final int LONGEST_REASON = 200;

    private final OrderBook book;
    private final DeliveryTable table;
    private final Refusals refusals;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PrepaidHolds holds;

    @Activate
    public HeldOrders(@Reference OrderBook book, @Reference DeliveryTable table, @Reference Refusals refusals) {
        this(book, table, refusals, Clock.systemUTC());
    }

    /** Orders with a clock of their own. */
    HeldOrders(OrderBook book, DeliveryTable table, Refusals refusals, Clock clock) {
        this.book = book;
        this.table = table;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Whether billing is there to set money aside. */
    boolean open() {
        return holds != null;
    }

    /**
     * Places an order, or goes on with one that was being placed.
     *
     * @param asked the order; where one with its id is there already, that one counts
     */
    OrderOutcome place(Order asked, IdempotencyKey key) {
        PrepaidHolds money = holds;
        if (money == null) {
            return new OrderOutcome.Unavailable(Orders.NOT_NOW);
        }
        Order order = book.add(asked, Optional.of(clock.instant().plus(PLACING)))
                ? asked
                : book.find(asked.id()).orElse(asked);
        if (!order.bodyDigest().equals(key.bodyDigest())) {
            return new OrderOutcome.KeyReused();
        }
        if (order.delivery().filter(later -> later.stage() == Stage.PLACING).isEmpty()) {
            return Orders.taken(order);
        }
        HoldAnswer answer = money.hold(hold(order));
        if (answer instanceof HoldAnswer.Held) {
            return placed(order, money);
        }
        if (answer instanceof HoldAnswer.Insufficient) {
            refusals.add(order.id(), order.person(), order.bodyDigest());
        }
        table.notPlaced(order.id());
        if (answer instanceof HoldAnswer.Insufficient) {
            return new OrderOutcome.InsufficientBalance();
        }
        return answer instanceof HoldAnswer.WrongCurrency
                ? new OrderOutcome.WrongCurrency()
                : new OrderOutcome.KeyReused();
    }

    /**
     * An order was delivered: what was delivered is paid, and the rest comes back.
     *
     * @param quantity how many units were
     * @param actor as in {@code operator NAME}
     */
    public EndingAnswer deliver(UUID id, int quantity, String actor) {
        return end(
                id,
                order -> quantity >= 1 && quantity <= order.quantity(),
                new Intent(Stage.DELIVERING, quantity, actor, Optional.empty()),
                end -> end.stage() == Stage.DELIVERED && end.quantity() == quantity);
    }

    /**
     * An order is not delivered any more: its price comes back.
     *
     * @param actor {@link Delivery#PERSON}, or as in {@code operator NAME}
     * @param reason why, where an operator says so; stands in the person's statement
     */
    public EndingAnswer cancel(UUID id, String actor, Optional<String> reason) {
        return end(
                id,
                order -> true,
                new Intent(Stage.CANCELLING, 0, actor, reason),
                end -> end.stage() == Stage.CANCELLED);
    }

    private EndingAnswer end(UUID id, Predicate<Order> can, Intent intent, Predicate<Delivery> wanted) {
        Optional<Order> found = book.findPlaced(id);
        if (found.isEmpty()) {
            return new EndingAnswer.NoSuchOrder();
        }
        if (found.get().delivery().isEmpty()) {
            return new EndingAnswer.EndedOtherwise(found.get());
        }
        if (!can.test(found.get())) {
            return new EndingAnswer.WrongQuantity(found.get().quantity());
        }
        if (!open()) {
            return new EndingAnswer.Unavailable();
        }
        table.begin(id, intent.stage(), intent.quantity(), intent.actor(), intent.reason(), clock.instant());
        try {
            follow(book.find(id).orElseThrow());
        } catch (RuntimeException e) {
            // What was written down is finished by the upkeep.
            LOG.error("The end of an order could not be brought to the ledger", e);
            return new EndingAnswer.Unavailable();
        }
        Order now = book.find(id).orElseThrow();
        if (now.ended().isEmpty()) {
            return new EndingAnswer.Unavailable();
        }
        return now.ended().filter(wanted).isPresent()
                ? new EndingAnswer.Done(now)
                : new EndingAnswer.EndedOtherwise(now);
    }

    /**
     * Looks at orders of which it is due, and brings each to where its money is. One that fails holds up no other, and is looked at
     * again.
     *
     * @throws RuntimeException what failed first
     */
    void followDue(int atOnce) {
        if (!open()) {
            return;
        }
        Instant now = clock.instant();
        Optional<RuntimeException> failure = Optional.empty();
        for (Order order : table.due(now, atOnce)) {
            try {
                follow(order);
            } catch (RuntimeException e) {
                failure = failure.or(() -> Optional.of(e));
            }
            table.again(order.id(), nextLook(order, now));
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Brings an order to where its money is, after moving that as was written down. */
    private void follow(Order order) {
        PrepaidHolds money = holds;
        Stage stage = order.delivery().orElseThrow().stage();
        if (money == null || stage.ended()) {
            return;
        }
        Optional<HeldMoney> held = money.find(OrderCharge.key(order.id()));
        if (stage == Stage.PLACING) {
            held.ifPresentOrElse(there -> table.placed(order.id(), clock.instant()), () -> table.notPlaced(order.id()));
            return;
        }
        if (held.filter(there -> there.state() == HeldMoney.State.OPEN).isPresent()) {
            move(order, money);
            held = money.find(OrderCharge.key(order.id()));
        }
        end(order, held).ifPresent(end -> table.ended(order, end));
    }

    private static void move(Order order, PrepaidHolds money) {
        Delivery delivery = order.delivery().orElseThrow();
        String key = OrderCharge.key(order.id());
        if (delivery.stage() == Stage.DELIVERING) {
            money.capture(key, order.unitPrice().multipliedBy(delivery.quantity()));
        } else if (delivery.stage() == Stage.CANCELLING) {
            money.release(key, cut(delivery.reason().orElse("Cancelled: " + order.title())));
        }
    }

    /** How an order ended, as its money says; empty while that is set aside. */
    private Optional<Delivery> end(Order order, Optional<HeldMoney> held) {
        HeldMoney.State state = held.map(HeldMoney::state).orElse(HeldMoney.State.RELEASED);
        Delivery delivery = order.delivery().orElseThrow();
        Optional<Instant> at = Optional.of(held.flatMap(HeldMoney::endedAt).orElseGet(clock::instant));
        return switch (state) {
            case OPEN -> Optional.empty();
            case CAPTURED ->
                Optional.of(new Delivery(
                        delivery.by(),
                        Stage.DELIVERED,
                        (int) (held.orElseThrow().captured().getAmountMinorLong()
                                / order.unitPrice().getAmountMinorLong()),
                        delivery.actor(),
                        Optional.empty(),
                        at));
            case RELEASED ->
                delivery.stage() == Stage.CANCELLING
                        ? Optional.of(ended(delivery, Stage.CANCELLED, delivery.actor(), delivery.reason(), at))
                        : Optional.of(
                                ended(delivery, Stage.CANCELLED, Optional.of(Delivery.SITE), Optional.empty(), at));
            case EXPIRED ->
                Optional.of(ended(delivery, Stage.EXPIRED, Optional.of(Delivery.SITE), Optional.empty(), at));
        };
    }

    private static Delivery ended(
            Delivery delivery, Stage end, Optional<String> actor, Optional<String> reason, Optional<Instant> at) {
        return new Delivery(delivery.by(), end, 0, actor, reason, at);
    }

    private OrderOutcome placed(Order order, PrepaidHolds money) {
        if (table.placed(order.id(), clock.instant().plus(ROUND))) {
            return Orders.taken(order);
        }
        Optional<Order> now = book.find(order.id());
        if (now.isPresent()) {
            return Orders.taken(now.get());
        }
        // It was given up meanwhile, since nobody was thought to wait for it any more.
        money.release(OrderCharge.key(order.id()), cut("Not ordered: " + order.title()));
        return new OrderOutcome.Unavailable(Orders.TRY_AGAIN);
    }

    private static Hold hold(Order order) {
        return new Hold(
                OrderCharge.key(order.id()),
                order.person(),
                order.total(),
                cut(order.title()),
                order.delivery().orElseThrow().by());
    }

    /** At the next round, or when the money comes back by itself. */
    private static Instant nextLook(Order order, Instant now) {
        Instant round = now.plus(ROUND);
        Instant expired = order.delivery().orElseThrow().by().plusSeconds(2);
        return expired.isAfter(now) && expired.isBefore(round) ? expired : round;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_REASON, text.length()));
    }

    /** How an order is to end. */
    private record Intent(Stage stage, int quantity, String actor, Optional<String> reason) {}
}
