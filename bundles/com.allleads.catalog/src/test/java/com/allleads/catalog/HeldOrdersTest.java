package com.allleads.catalog;

import static com.allleads.catalog.Shop.key;
import static com.allleads.catalog.Shop.otherRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.billing.Balance;
import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Paging;
import com.allleads.api.store.StoreException;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.ClassRule;
import org.junit.Test;

public class HeldOrdersTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private static final String OPERATOR = "operator olga";

    private final Shop shop = new Shop(STORE);

    @Test
    public void setsThePriceAsideUntilTheDayOfDelivery() {
        PersonId ann = shop.customer("10.00");
        Order order = ordered(ann, "USD 2.50", 3);
        assertThat(order.status()).isEqualTo(OrderStatus.ORDERED);
        assertThat(order.paid()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(shop.ledger.find(OrderCharge.key(order.id()))).hasValueSatisfying(hold -> assertThat(hold.expires())
                .isEqualTo(order.delivery().orElseThrow().by())
                .isEqualTo(order.orderedAt().plus(Duration.ofDays(7))));
        assertBalance(ann, "2.50", "7.50");
        assertThat(shop.ledger.charges()).isZero();
    }

    @Test
    public void answersARepetitionWithTheFirstOrderAlsoAfterItEnded() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 4.00");
        Order first = ordered(shop.orders.place(ann, key, service, 1));
        assertThat(ordered(shop.orders.place(ann, key, service, 1))).isEqualTo(first);
        deliver(first, 1);
        assertThat(ordered(shop.orders.place(ann, key, service, 1)).asMade()).isEqualTo(first.asMade());
        assertThat(shop.orders.place(ann, otherRequest(key), service, 2)).isInstanceOf(OrderOutcome.KeyReused.class);
        assertBalance(ann, "6.00", "0.00");
    }

    @Test
    public void refusesWhatTheBalanceDoesNotSufficeForAndRepeatsThat() {
        PersonId ann = shop.customer("1.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 4.00");
        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.InsufficientBalance.class);
        shop.ledger.topUp(ann, "100.00");
        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.InsufficientBalance.class);
        assertThat(shop.book.all(ann)).isEmpty();
        assertBalance(ann, "101.00", "0.00");
    }

    @Test
    public void storesNothingWhileBillingIsAway() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 4.00");
        shop.billingGoes();
        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.Unavailable.class);
        assertThat(rows(ann)).isZero();
    }

    @Test
    public void setsAsideOnceHoweverManyRepeatAtATime() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 1.00");
        List<OrderOutcome> outcomes = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> shop.orders.place(ann, key, service, 1))
                .toList();
        assertThat(outcomes).allMatch(OrderOutcome.Ordered.class::isInstance);
        assertThat(shop.book.all(ann)).hasSize(1);
        assertBalance(ann, "9.00", "1.00");
    }

    @Test
    public void finishesAnOrderWhosePriceWasSetAsideWhenTheProcessDied() {
        PersonId ann = shop.customer("10.00");
        shop.ledger.failAfterNextHold();
        assertThat(shop.orders.place(ann, key(), shop.laterService("USD 4.00"), 1))
                .isInstanceOf(OrderOutcome.Unavailable.class);
        assertThat(shop.book.all(ann)).isEmpty();
        shop.upkeepAfter(HeldOrders.PLACING);
        assertThat(shop.book.all(ann)).extracting(Order::status).containsExactly(OrderStatus.ORDERED);
        assertBalance(ann, "6.00", "4.00");
    }

    @Test
    public void forgetsAnOrderForWhichNothingWasSetAside() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 4.00");
        shop.ledger.fail(true);
        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.Unavailable.class);
        shop.ledger.fail(false);
        shop.upkeepAfter(HeldOrders.PLACING);
        assertThat(rows(ann)).isZero();
        ordered(shop.orders.place(ann, key, service, 1));
        assertBalance(ann, "6.00", "4.00");
    }

    @Test
    public void goesOnWithAnOrderAtThePriceThatWasSetAside() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 4.00");
        shop.ledger.failAfterNextHold();
        shop.orders.place(ann, key, service, 1);
        shop.offers.offer(new Service(service, "Dearer", Money.parse("USD 5.00"), Optional.of(1)));
        assertThat(ordered(shop.orders.place(ann, key, service, 1)).total()).isEqualTo(Money.parse("USD 4.00"));
        assertBalance(ann, "6.00", "4.00");
    }

    @Test
    public void findsWhatWasPaidAtOnceBeforeTheServiceWasDeliveredLater() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        shop.ledger.failAfterNextCharge();
        shop.orders.place(ann, key, service, 1);
        shop.offers.offer(new Service(service, "Later", Money.parse("USD 4.00"), Optional.of(1)));
        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.Paid.class);
        assertBalance(ann, "6.00", "0.00");
    }

    @Test
    public void paysWhatWasDeliveredAndLetsTheRestComeBack() {
        PersonId ann = shop.customer("10.00");
        Order order = ordered(ann, "USD 2.50", 3);
        Order done = deliver(order, 2);
        assertThat(done.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(done.delivered()).isEqualTo(2);
        assertThat(done.paid()).isEqualTo(Money.parse("USD 5.00"));
        assertBalance(ann, "5.00", "0.00");
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.mail.messages.get("order-" + order.id()))
                .satisfies(message -> assertThat(message.template()).isEqualTo("order-delivered"))
                .satisfies(message -> assertThat(message.values())
                        .containsEntry("delivered", "2")
                        .containsEntry("ordered", "3")
                        .containsEntry("paid", "USD 5.00")
                        .containsEntry("back", "USD 2.50"));
    }

    @Test
    public void deliversOnceAndRefusesAnotherEnd() {
        PersonId ann = shop.customer("10.00");
        Order order = ordered(ann, "USD 2.50", 3);
        deliver(order, 2);
        deliver(order, 2);
        assertThat(shop.later.deliver(order.id(), 3, OPERATOR)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertThat(cancel(order)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertBalance(ann, "5.00", "0.00");
    }

    @Test
    public void deliversNoMoreThanWasOrdered() {
        Order order = ordered(shop.customer("10.00"), "USD 2.50", 3);
        assertThat(List.of(0, -1, 4, Integer.MAX_VALUE))
                .allSatisfy(quantity -> assertThat(shop.later.deliver(order.id(), quantity, OPERATOR))
                        .isInstanceOf(EndingAnswer.WrongQuantity.class));
        assertThat(shop.book.find(order.id())).contains(order);
    }

    @Test
    public void letsThePriceComeBackWhereItIsCancelled() {
        PersonId ann = shop.customer("10.00");
        Order order = ordered(ann, "USD 2.50", 3);
        assertThat(cancel(order)).isInstanceOf(EndingAnswer.Done.class);
        assertThat(cancel(order)).isInstanceOf(EndingAnswer.Done.class);
        Order now = shop.book.find(order.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(now.delivery().orElseThrow().reason()).contains("No paper");
        assertBalance(ann, "10.00", "0.00");
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.mail.messages.get("order-" + order.id()))
                .satisfies(message -> assertThat(message.template()).isEqualTo("order-cancelled"))
                .satisfies(message -> assertThat(message.values()).containsEntry("reason", "No paper"));
    }

    @Test
    public void saysOfWhatWasPaidAtOnceThatItDoesNotWait() {
        PersonId ann = shop.customer("10.00");
        Order order = ((OrderOutcome.Paid) shop.orders.place(ann, key(), shop.service("USD 1.00"), 1)).order();
        assertThat(cancel(order)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertThat(shop.later.deliver(order.id(), 1, OPERATOR)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertBalance(ann, "9.00", "0.00");
    }

    @Test
    public void finishesADeliveryWhoseAnswerWasLost() {
        PersonId ann = shop.customer("10.00");
        Order order = ordered(ann, "USD 2.50", 3);
        shop.ledger.failAfterNextHold();
        assertThat(shop.later.deliver(order.id(), 2, OPERATOR)).isInstanceOf(EndingAnswer.Unavailable.class);
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.book.find(order.id()).orElseThrow().delivered()).isEqualTo(2);
        assertBalance(ann, "5.00", "0.00");
    }

    @Test
    public void finishesWhatWasWrittenDownBeforeTheLedgerWentAway() {
        PersonId ann = shop.customer("10.00");
        Order delivered = ordered(ann, "USD 2.50", 1);
        Order cancelled = ordered(ann, "USD 2.50", 1);
        shop.ledger.fail(true);
        assertThat(shop.later.deliver(delivered.id(), 1, OPERATOR)).isInstanceOf(EndingAnswer.Unavailable.class);
        assertThat(cancel(cancelled)).isInstanceOf(EndingAnswer.Unavailable.class);
        shop.ledger.fail(false);
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.book.find(delivered.id()).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(shop.book.find(cancelled.id()).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertBalance(ann, "7.50", "0.00");
    }

    @Test
    public void letsNoOrderThatFailsHoldUpAnother() {
        PersonId ann = shop.customer("10.00");
        List<Order> both = List.of(ordered(ann, "USD 2.50", 1), ordered(ann, "USD 2.50", 1));
        shop.ledger.fail(true);
        both.forEach(this::cancel);
        shop.ledger.fail(false);
        shop.ledger.failAfterNextHold();

        assertThatThrownBy(() -> shop.upkeepAfter(Duration.ZERO)).isInstanceOf(StoreException.class);
        assertThat(both).filteredOn(this::isCancelled).hasSize(1);
        shop.upkeepAfter(HeldOrders.ROUND);
        assertThat(both).allMatch(this::isCancelled);
    }

    @Test
    public void expiresWithItsHoldAndTellsThePerson() {
        PersonId ann = shop.customer("10.00");
        Order order = ordered(ann, "USD 2.50", 3);
        shop.ledger.expire();
        shop.upkeepAfter(HeldOrders.ROUND);
        assertThat(shop.book.find(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.mail.messages.get("order-" + order.id()).template()).isEqualTo("order-expired");
        assertThat(shop.later.deliver(order.id(), 3, OPERATOR)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertBalance(ann, "10.00", "0.00");
    }

    @Test
    public void sellsNothingWhereItsHoldExpiredJustBeforeTheDelivery() {
        Order order = ordered(shop.customer("10.00"), "USD 2.50", 3);
        shop.ledger.expire();
        assertThat(shop.later.deliver(order.id(), 3, OPERATOR)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertThat(shop.book.find(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    public void isCancelledWhereBillingLetGoOfTheMoneyBecauseThePersonLeft() {
        Order order = ordered(shop.customer("10.00"), "USD 2.50", 3);
        shop.ledger.release(OrderCharge.key(order.id()), "The account was closed");
        shop.upkeepAfter(HeldOrders.ROUND);
        Order now = shop.book.find(order.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(now.delivery().orElseThrow().actor()).contains(Delivery.SITE);
    }

    @Test
    public void isCancelledAtOnceWhereThePersonLeaves() {
        PersonId ann = shop.customer("10.00");
        Order waiting = ordered(ann, "USD 2.50", 1);
        Order done = ordered(ann, "USD 2.50", 1);
        deliver(done, 1);
        new OrdersOfTheLeaving(shop.table).deactivated(ann, Instant.now());
        assertThat(shop.later.deliver(waiting.id(), 1, OPERATOR)).isInstanceOf(EndingAnswer.EndedOtherwise.class);
        assertThat(shop.book.find(waiting.id()).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.book.find(done.id()).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
        assertBalance(ann, "7.50", "0.00");
    }

    @Test
    public void tellsPeopleOnceTheOutboxIsBack() {
        Order order = ordered(shop.customer("10.00"), "USD 2.50", 1);
        shop.letters.outbox = null;
        deliver(order, 1);
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.mail.messages).doesNotContainKey("order-" + order.id());
        shop.letters.outbox = shop.mail;
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.mail.messages).containsKey("order-" + order.id());
        shop.mail.messages.clear();
        shop.upkeepAfter(Duration.ZERO);
        assertThat(shop.mail.messages).isEmpty();
    }

    @Test
    public void listsWhatWaitsForOperators() {
        PersonId ann = shop.customer("10.00");
        Order waiting = ordered(ann, "USD 1.00", 1);
        Order done = ordered(ann, "USD 1.00", 1);
        deliver(done, 1);
        OrderFilter wanted = OrderFilter.read(Optional.of(waiting.service()), Optional.of("ORDERED"));
        assertThat(shop.book.everybodys(wanted, Paging.of("100", null)).items()).containsExactly(waiting);
        OrderFilter ended = OrderFilter.read(Optional.of(done.service()), Optional.of("DELIVERED"));
        assertThat(shop.book.everybodys(ended, Paging.of("100", null)).items())
                .extracting(Order::id)
                .containsExactly(done.id());
    }

    private Order ordered(PersonId person, String price, int quantity) {
        return ordered(shop.orders.place(person, key(), shop.laterService(price), quantity));
    }

    /** As it stands in the book. */
    private Order ordered(OrderOutcome outcome) {
        assertThat(outcome).isInstanceOf(OrderOutcome.Ordered.class);
        return shop.book.find(((OrderOutcome.Ordered) outcome).order().id()).orElseThrow();
    }

    private Order deliver(Order order, int quantity) {
        EndingAnswer answer = shop.later.deliver(order.id(), quantity, OPERATOR);
        assertThat(answer).isInstanceOf(EndingAnswer.Done.class);
        return ((EndingAnswer.Done) answer).order();
    }

    private EndingAnswer cancel(Order order) {
        return shop.later.cancel(order.id(), OPERATOR, Optional.of("No paper"));
    }

    private boolean isCancelled(Order order) {
        return shop.book.find(order.id()).orElseThrow().status() == OrderStatus.CANCELLED;
    }

    private void assertBalance(PersonId person, String available, String held) {
        Balance balance = shop.ledger.balance(person);
        assertThat(balance.available()).isEqualTo(Money.parse("USD " + available));
        assertThat(balance.held()).isEqualTo(Money.parse("USD " + held));
    }

    private static int rows(PersonId person) {
        return STORE.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM catalog_order WHERE person = :person")
                        .bind("person", person.toString())
                        .mapTo(Integer.class)
                        .one());
    }
}
