package com.allleads.billing.refunds;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.billing.Charge;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.Testing;
import com.allleads.billing.ledger.StatementFilter;
import com.allleads.billing.ledger.StatementPlace;
import com.allleads.billing.processors.ProcessorSource;
import com.allleads.billing.refunds.Refund.Part;
import com.allleads.billing.refunds.RefundAnswer.KeyReused;
import com.allleads.billing.refunds.RefundAnswer.NoSuchPerson;
import com.allleads.billing.refunds.RefundAnswer.Stored;
import com.allleads.billing.refunds.RefundAnswer.TooMuch;
import com.allleads.billing.refunds.RefundAnswer.WrongAmount;
import com.allleads.billing.topups.TopUp;
import com.allleads.spi.payment.ChargeOutcome.Pending;
import com.allleads.spi.payment.ChargeOutcome.Settled;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class RefundsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;
    private ProcessorSource installed;
    private String card;

    @Before
    public void start() {
        platform = new Platform(STORE);
        installed = platform.install(processor, "1.0.0");
        card = platform.card(person, "played");
    }

    @After
    public void stop() {
        assertThat(platform.verification.verify(entries -> {}).firstBroken()).isEmpty();
        platform.close();
    }

    @Test
    public void givesBackByTheLatestTopUpsFirst() {
        TopUp first = platform.topUp(person, card, "5.00");
        TopUp second = platform.topUp(person, card, "3.00");

        Refund refund = refund("4.00");

        assertThat(refund.standing().status()).isEqualTo(RefundStatus.REFUNDED);
        assertThat(refund.parts())
                .extracting(Part::topUp, Part::amount)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(second.id(), usd("3.00")),
                        org.assertj.core.groups.Tuple.tuple(first.id(), usd("1.00")));
        assertThat(processor.refunds)
                .extracting(RefundRequest::chargeKey)
                .containsExactlyInAnyOrder(second.chargeKey(), first.chargeKey());
        assertThat(platform.available(person)).isEqualTo(usd("4.00"));
    }

    @Test
    public void givesBackNoMoreThanIsOnTheBalance() {
        platform.topUp(person, card, "5.00");
        platform.balances.charge(new Charge("order-" + person, person, usd("2.00"), "Order", Map.of()));

        assertThat(answer("3.01")).isEqualTo(new TooMuch(usd("3.00")));
        assertThat(refund("3.00").standing().refunded()).isEqualTo(usd("3.00"));
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));
    }

    @Test
    public void givesBackNoMoreThanWasPaidThisWay() {
        platform.topUp(person, card, "5.00");
        refund("4.00");

        assertThat(answer("1.01")).isEqualTo(new TooMuch(usd("1.00")));
        assertThat(answer("0.00")).isInstanceOf(WrongAmount.class);
    }

    @Test
    public void knowsNobodyWhoNeverPaid() {
        assertThat(platform.refunds.refund(order(PersonId.random(), "1.00", Platform.key())))
                .isInstanceOf(NoSuchPerson.class);
    }

    @Test
    public void putsBackOnTheBalanceWhatTheProcessorRefuses() {
        platform.topUp(person, card, "5.00");
        processor.onRefund = request -> new RefundOutcome.Refused("The card is closed.");

        Refund refund = refund("4.00");

        assertThat(refund.standing().status()).isEqualTo(RefundStatus.REFUSED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
        assertThat(platform.statement
                        .of(person, StatementFilter.ALL, 10, StatementPlace.BEGINNING)
                        .items())
                .hasSize(3);
        processor.onRefund = request -> new RefundOutcome.Refunded("ok");
        assertThat(refund("5.00").standing().status()).isEqualTo(RefundStatus.REFUNDED);
    }

    @Test
    public void asksAgainWithTheSameKeyUntilItIsKnown() {
        platform.topUp(person, card, "5.00");
        processor.onRefund = request -> new RefundOutcome.Unknown("no line");
        Refund refund = refund("5.00");
        assertThat(refund.standing().status()).isEqualTo(RefundStatus.UNKNOWN);
        assertThat(platform.available(person)).as("not spent in between").isEqualTo(usd("0.00"));

        processor.onRefund = request -> new RefundOutcome.Refunded("ok");

        awaitStatus(refund, RefundStatus.REFUNDED);
        assertThat(processor.refunds)
                .extracting(RefundRequest::key)
                .containsOnly(refund.parts().get(0).id());
    }

    @Test
    public void waitsForAProcessorThatIsAway() {
        platform.topUp(person, card, "5.00");
        platform.processors.leave(installed.service());

        Refund refund = refund("5.00");

        assertThat(refund.standing().status()).isEqualTo(RefundStatus.UNKNOWN);
        platform.install(processor, "1.0.0");
        awaitStatus(refund, RefundStatus.REFUNDED);
    }

    @Test
    public void answersARepeatedRequestAsTheFirst() {
        platform.topUp(person, card, "5.00");
        processor.onRefund = request -> new RefundOutcome.Unknown("no line");
        IdempotencyKey key = Platform.key();
        Refund first = ((Stored) platform.refunds.refund(order(person, "2.00", key))).refund();
        processor.onRefund = request -> new RefundOutcome.Refunded("ok");
        awaitStatus(first, RefundStatus.REFUNDED);

        Refund again = ((Stored) platform.refunds.refund(order(person, "2.00", key))).refund();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.told()).isEqualTo(first.told()).get().satisfies(told -> assertThat(told.status())
                .isEqualTo(RefundStatus.UNKNOWN));
        assertThat(platform.available(person)).isEqualTo(usd("3.00"));
        assertThat(platform.refunds.refund(order(person, "1.00", new IdempotencyKey(key.key(), "e".repeat(64)))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    public void givesBackNoMoreThanWasPaidWhenManyAskAtOnce() throws Exception {
        platform.topUp(person, card, "5.00");
        platform.topUp(person, card, "5.00");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<RefundAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> answer("1.00")));
            }
            for (Future<RefundAnswer> answer : answers) {
                answer.get();
            }
        } finally {
            threads.shutdownNow();
        }

        long given = processor.refunds.stream()
                .mapToLong(request -> request.amount().getAmountMinorLong())
                .sum();
        assertThat(platform.available(person)).isEqualTo(usd("10.00").minusMinor(given));
        assertThat(given).isLessThanOrEqualTo(1000);
    }

    @Test
    public void givesBackWhatIsLeftOfWhoWasErasedOnceNothingIsUnderWay() {
        platform.topUp(person, card, "5.00");
        processor.onCharge = request -> new Pending("soon");
        TopUp pending = platform.topUp(person, card, "2.00");
        STORE.transactions().required(() -> platform.refunds.owe(person, Instant.now()));

        platform.refunds.payOwed();
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));

        platform.awaitStatus(pending, lookedUp());
        platform.refunds.payOwed();
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));
        assertThat(platform.refundTable.owed(10)).doesNotContain(person);
    }

    private com.allleads.billing.topups.TopUpStatus lookedUp() {
        processor.onLookup = key -> new com.allleads.spi.payment.LookupOutcome.Found(new Settled("found"));
        return com.allleads.billing.topups.TopUpStatus.SETTLED;
    }

    private void awaitStatus(Refund refund, RefundStatus status) {
        Awaitility.await().until(() -> {
            platform.givingBack.arrived("played");
            platform.givingBack.askAgain("played");
            return platform.refunds.find(refund.id()).orElseThrow().standing().status() == status;
        });
    }

    private Refund refund(String amount) {
        return ((Stored) answer(amount)).refund();
    }

    private RefundAnswer answer(String amount) {
        return platform.refunds.refund(order(person, amount, Platform.key()));
    }

    private static RefundOrder order(PersonId person, String amount, IdempotencyKey key) {
        return new RefundOrder(person, Testing.usd(amount), "Goodwill", "operator test", key);
    }
}
