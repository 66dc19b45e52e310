package com.allleads.catalog;

import static com.allleads.catalog.Shop.key;
import static com.allleads.catalog.Shop.otherRequest;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.ClassRule;
import org.junit.Test;

public class OrdersTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final Shop shop = new Shop(STORE);

    @Test
    public void chargesTheTotalOnceAndKeepsTheOrder() {
        PersonId ann = shop.customer("10.00");
        OrderOutcome.Paid paid = paid(shop.orders.place(ann, key(), shop.service("USD 2.50"), 3));
        assertThat(paid.order().total()).isEqualTo(Money.parse("USD 7.50"));
        assertThat(available(ann)).isEqualTo(Money.parse("USD 2.50"));
        assertThat(shop.book.find(ann, paid.order().id())).contains(paid.order());
    }

    @Test
    public void answersARepetitionWithTheFirstOrder() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        OrderOutcome first = shop.orders.place(ann, key, service, 1);
        assertThat(shop.orders.place(ann, key, service, 1)).isEqualTo(first);
        assertThat(available(ann)).isEqualTo(Money.parse("USD 6.00"));
    }

    @Test
    public void refusesAKeyUsedForAnotherRequest() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        paid(shop.orders.place(ann, key, service, 1));
        assertThat(shop.orders.place(ann, otherRequest(key), service, 2)).isInstanceOf(OrderOutcome.KeyReused.class);
        assertThat(available(ann)).isEqualTo(Money.parse("USD 6.00"));
    }

    @Test
    public void keepsKeysOfPeopleApart() {
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        OrderOutcome.Paid ann = paid(shop.orders.place(shop.customer("4.00"), key, service, 1));
        OrderOutcome.Paid bob = paid(shop.orders.place(shop.customer("4.00"), key, service, 1));
        assertThat(ann.order().id()).isNotEqualTo(bob.order().id());
    }

    @Test
    public void repeatsARefusalAlsoAfterATopUp() {
        PersonId ann = shop.customer("1.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        OrderOutcome refused = shop.orders.place(ann, key, service, 1);
        assertThat(refused).isInstanceOf(OrderOutcome.InsufficientBalance.class);
        shop.ledger.topUp(ann, "100.00");
        assertThat(shop.orders.place(ann, key, service, 1)).isEqualTo(refused);
        assertThat(shop.orders.place(ann, otherRequest(key), service, 2)).isInstanceOf(OrderOutcome.KeyReused.class);
        assertThat(available(ann)).isEqualTo(Money.parse("USD 101.00"));
        paid(shop.orders.place(ann, key(), service, 1));
    }

    @Test
    public void answersARepetitionAlsoAfterARestart() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey paid = key();
        IdempotencyKey refused = key();
        IdempotencyKey unpaidRow = key();
        String service = shop.service("USD 4.00");
        String dear = shop.service("USD 40.00");
        OrderOutcome first = shop.orders.place(ann, paid, service, 1);
        OrderOutcome refusal = shop.orders.place(ann, refused, dear, 1);
        shop.ledger.failAfterNextCharge();
        shop.orders.place(ann, unpaidRow, service, 1);
        shop.ledger.topUp(ann, "100.00");
        shop.restart();

        assertThat(shop.orders.place(ann, paid, service, 1)).isEqualTo(first);
        assertThat(shop.orders.place(ann, refused, dear, 1)).isEqualTo(refusal);
        paid(shop.orders.place(ann, unpaidRow, service, 1));
        assertThat(available(ann)).isEqualTo(Money.parse("USD 102.00"));

        shop.restart();
        assertThat(shop.orders.place(ann, otherRequest(paid), dear, 1)).isInstanceOf(OrderOutcome.KeyReused.class);
        assertThat(shop.orders.place(ann, otherRequest(refused), service, 1))
                .isInstanceOf(OrderOutcome.KeyReused.class);
        assertThat(available(ann)).isEqualTo(Money.parse("USD 102.00"));
    }

    @Test
    public void paysNothingAgainThatWasSetAsideBeforeTheServiceWasPaidAtOnce() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.laterService("USD 4.00");
        shop.orders.place(ann, key, service, 1);
        shop.offers.offer(new Service(service, "A service", Money.parse("USD 4.00")));
        shop.restart();

        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.Ordered.class);
        assertThat(available(ann)).isEqualTo(Money.parse("USD 6.00"));
        assertThat(shop.ledger.charges()).isZero();
    }

    @Test
    public void refusesWhatIsNotForSale() {
        PersonId ann = shop.customer("10.00");
        String withdrawn = shop.service("USD 1.00");
        shop.offers.withdraw(withdrawn);
        assertThat(shop.orders.place(ann, key(), withdrawn, 1)).isInstanceOf(OrderOutcome.UnknownService.class);
        assertThat(shop.orders.place(ann, key(), "made-up", 1)).isInstanceOf(OrderOutcome.UnknownService.class);
        assertThat(shop.orders.place(ann, key(), shop.service("EUR 1.00"), 1))
                .isInstanceOf(OrderOutcome.WrongCurrency.class);
        assertThat(available(ann)).isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    public void refusesQuantitiesOutOfBounds() {
        PersonId ann = shop.customer("10000.00");
        String service = shop.service("USD 0.01");
        assertThat(List.of(0, -1, Orders.MOST + 1, Integer.MIN_VALUE))
                .allSatisfy(quantity -> assertThat(shop.orders.place(ann, key(), service, quantity))
                        .isInstanceOf(OrderOutcome.WrongQuantity.class));
        assertThat(paid(shop.orders.place(ann, key(), service, Orders.MOST))
                        .order()
                        .total())
                .isEqualTo(Money.parse("USD 10000.00"));
    }

    @Test
    public void takesOrdersOfActivePeopleOnly() {
        String service = shop.service("USD 1.00");
        List<PersonId> others =
                List.of(shop.people.with(Status.UNVERIFIED), shop.people.with(Status.DEACTIVATED), PersonId.random());
        others.forEach(person -> shop.ledger.topUp(person, "5.00"));
        assertThat(others).allSatisfy(person -> assertThat(shop.orders.place(person, key(), service, 1))
                .isInstanceOf(OrderOutcome.NotActive.class));
        assertThat(shop.ledger.charges()).isZero();
    }

    @Test
    public void refusesWhileAccountsOrBalancesAreAway() {
        PersonId ann = shop.customer("5.00");
        String service = shop.service("USD 1.00");
        shop.orders.accounts = null;
        assertThat(shop.orders.place(ann, key(), service, 1)).isInstanceOf(OrderOutcome.Unavailable.class);
        shop.orders.accounts = shop.people;
        shop.orders.balances = null;
        assertThat(shop.orders.place(ann, key(), service, 1)).isInstanceOf(OrderOutcome.Unavailable.class);
        assertThat(shop.ledger.charges()).isZero();
    }

    @Test
    public void findsThePaidOrderAgainWhereTheAnswerOfTheChargeWasLost() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        shop.ledger.failAfterNextCharge();
        assertThat(shop.orders.place(ann, key, service, 1)).isInstanceOf(OrderOutcome.Unavailable.class);
        OrderOutcome.Paid paid = paid(shop.orders.place(ann, key, service, 1));
        assertThat(shop.book.find(ann, paid.order().id())).contains(paid.order());
        assertThat(available(ann)).isEqualTo(Money.parse("USD 6.00"));
    }

    @Test
    public void keepsToThePriceThatWasPaidWhereItChangedBeforeTheRetry() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        shop.ledger.failAfterNextCharge();
        shop.orders.place(ann, key, service, 1);
        shop.offers.offer(new Service(service, "Dearer", Money.parse("USD 5.00")));
        Order order = paid(shop.orders.place(ann, key, service, 1)).order();
        assertThat(order.total()).isEqualTo(Money.parse("USD 4.00"));
        assertThat(order.name()).isEqualTo("A service");
    }

    @Test
    public void findsThePaidOrderAgainWhereTheServiceWasWithdrawnBeforeTheRetry() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        shop.ledger.failAfterNextCharge();
        shop.orders.place(ann, key, service, 1);
        shop.offers.withdraw(service);
        paid(shop.orders.place(ann, key, service, 1));
    }

    @Test
    public void noticesAnotherRequestAlsoWhereTheRowIsMissing() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 4.00");
        shop.ledger.failAfterNextCharge();
        shop.orders.place(ann, key, service, 1);
        assertThat(shop.orders.place(ann, otherRequest(key), shop.service("USD 4.00"), 1))
                .isInstanceOf(OrderOutcome.KeyReused.class);
    }

    @Test
    public void chargesOnceHoweverManyRepeatAtATime() {
        PersonId ann = shop.customer("10.00");
        IdempotencyKey key = key();
        String service = shop.service("USD 1.00");
        List<OrderOutcome> outcomes = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> shop.orders.place(ann, key, service, 1))
                .toList();
        assertThat(outcomes).allMatch(OrderOutcome.Paid.class::isInstance).containsOnly(outcomes.get(0));
        assertThat(available(ann)).isEqualTo(Money.parse("USD 9.00"));
    }

    private Money available(PersonId person) {
        return shop.ledger.balance(person).available();
    }

    private static OrderOutcome.Paid paid(OrderOutcome outcome) {
        assertThat(outcome).isInstanceOf(OrderOutcome.Paid.class);
        return (OrderOutcome.Paid) outcome;
    }
}
