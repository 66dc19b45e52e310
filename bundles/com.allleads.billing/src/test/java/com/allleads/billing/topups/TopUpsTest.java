package com.allleads.billing.topups;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.billing.Charge;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.cards.Card;
import com.allleads.billing.ledger.AccountKind;
import com.allleads.billing.ledger.StatementFilter;
import com.allleads.billing.ledger.StatementPlace;
import com.allleads.billing.processors.ProcessorSource;
import com.allleads.billing.topups.TopUpAnswer.KeyReused;
import com.allleads.billing.topups.TopUpAnswer.NoSuchCard;
import com.allleads.billing.topups.TopUpAnswer.WrongAmount;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeOutcome.Declined;
import com.allleads.spi.payment.ChargeOutcome.NotAttempted;
import com.allleads.spi.payment.ChargeOutcome.Pending;
import com.allleads.spi.payment.ChargeOutcome.Settled;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.store.testing.StoreRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class TopUpsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private final CountDownLatch testEnds = new CountDownLatch(1);
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
        testEnds.countDown();
        platform.close();
    }

    // ---- what a bank takes back

    @Test
    public void takesBackWhatIsNotSpentAndLosesTheRest() {
        TopUp topUp = platform.topUp(person, card, "10.00");
        platform.balances.charge(new Charge("order-back", person, usd("7.00"), "Order", Map.of()));
        Money lostBefore = platform.accounts.total(AccountKind.LOSS);

        chargeBack(topUp, "4.00");
        chargeBack(topUp, "4.00");
        chargeBack(topUp, "6.00");

        assertThat(platform.available(person)).isEqualTo(usd("0.00"));
        assertThat(lostBefore.minus(platform.accounts.total(AccountKind.LOSS))).isEqualTo(usd("3.00"));
        TopUp now = platform.topUps.find(topUp.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(TopUpStatus.SETTLED);
        assertThat(now.chargedBack()).isEqualTo(usd("6.00"));
        assertThat(platform.verification.verify(entries -> {}).firstBroken()).isEmpty();
    }

    @Test
    public void believesAChargebackBeforeItSawThatTheChargeSettled() {
        processor.onCharge = request -> new Pending("p-1");
        TopUp topUp = platform.topUp(person, card, "10.00");

        chargeBack(topUp, "10.00");

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));
        assertThat(platform.refunds.refundable(person)).isEqualTo(usd("0.00"));
    }

    // ---- what people are told

    @Test
    public void writesAReceiptForWhatSettledAndNothingForWhatWasDeclinedAtOnce() {
        TopUp settled = platform.topUp(person, card, "10.00");
        processor.onCharge = request -> new Declined("No.");
        TopUp declined = platform.topUp(person, card, "1.00");

        platform.notices.sendOwed();
        platform.notices.sendOwed();

        assertThat(platform.outbox.messages.get("top-up-" + settled.id()).template())
                .isEqualTo("payment-receipt");
        assertThat(platform.outbox.messages).doesNotContainKey("top-up-" + declined.id());
    }

    @Test
    public void writesOnceItIsKnownThatNothingWasCharged() {
        processor.onCharge = request -> new ChargeOutcome.Unknown("no answer");
        TopUp topUp = platform.topUp(person, card, "10.00");
        platform.notices.sendOwed();
        assertThat(platform.outbox.messages).doesNotContainKey("top-up-" + topUp.id());

        platform.settlement.news(topUp, new Declined("No."));
        platform.notices.sendOwed();

        assertThat(platform.outbox.messages.get("top-up-" + topUp.id()).template())
                .isEqualTo("payment-not-made");
    }

    @Test
    public void writesOfAFailureForWhichNobodyWaitedHoweverSoonItIsKnown() {
        Card charged = platform.cards.find(person, card).orElseThrow();
        NewTopUp automatic = NewTopUp.asking(
                person,
                new IdempotencyKey(TopUps.UNATTENDED + "1-1", "d".repeat(64)),
                charged,
                charged,
                usd("10.00"),
                Instant.now(),
                Charging.LEASE,
                Platform.WAIT);
        platform.table.insert(automatic);

        platform.settlement.news(platform.topUps.find(automatic.id()).orElseThrow(), new Declined("No."));
        platform.notices.sendOwed();

        assertThat(platform.outbox.messages.get("top-up-" + automatic.id()).template())
                .isEqualTo("payment-not-made");
    }

    @Test
    public void tellsOfWhatTheBankTookBackEachTime() {
        TopUp topUp = platform.topUp(person, card, "10.00");
        platform.notices.sendOwed();
        chargeBack(topUp, "4.00");
        platform.notices.sendOwed();
        chargeBack(topUp, "6.00");
        platform.notices.sendOwed();

        assertThat(platform.outbox
                        .messages
                        .get("top-up-" + topUp.id() + "-back-400")
                        .values())
                .containsEntry("amount", "USD 4.00");
        assertThat(platform.outbox.messages).containsKey("top-up-" + topUp.id() + "-back-600");
    }

    private void chargeBack(TopUp topUp, String total) {
        platform.settlement.news(topUp, new ChargeOutcome.ChargedBack("c-1", usd(total)));
    }

    // ---- what a processor answers in time

    @Test
    public void creditsWhatSettles() {
        TopUp topUp = platform.topUp(person, card, "12.50");

        assertThat(topUp.status()).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("12.50"));
        assertThat(processor.charges).singleElement().satisfies(charge -> {
            assertThat(charge.key()).isEqualTo(topUp.chargeKey()).isNotEqualTo(topUp.id());
            assertThat(charge.token()).isEqualTo("tok");
            assertThat(charge.amount()).isEqualTo(usd("12.50"));
            assertThat(charge.callback()).hasToString("http://127.0.0.1:8181/api/v1/processors/played/callbacks");
        });
        assertThat(platform.verification.verify(entries -> {}).firstBroken()).isEmpty();
    }

    @Test
    public void saysThatACardWasDeclinedAndWhy() {
        processor.onCharge = request -> new Declined("The bank said no.");

        TopUp topUp = platform.topUp(person, card, "5.00");

        assertThat(topUp.status()).isEqualTo(TopUpStatus.DECLINED);
        assertThat(topUp.reason()).contains("The bank said no.");
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));
    }

    @Test
    public void takesAnExceptionForUnknownNeverForARefusal() {
        processor.onCharge = request -> {
            throw new NoClassDefFoundError("gone");
        };

        TopUp topUp = platform.topUp(person, card, "5.00");

        assertThat(topUp.status()).isEqualTo(TopUpStatus.UNKNOWN);
        assertThat(platform.topUps.find(person, topUp.id()).orElseThrow().note())
                .get()
                .asString()
                .contains("NoClassDefFoundError");
    }

    @Test
    public void takesNoAnswerAtAllForUnknown() {
        processor.onCharge = request -> null;

        assertThat(platform.topUp(person, card, "5.00").status()).isEqualTo(TopUpStatus.UNKNOWN);
    }

    // ---- what cannot be asked for

    @Test
    public void refusesAmountsOutsideTheBounds() {
        assertThat(platform.answer(person, card, "0.99", Platform.key())).isInstanceOf(WrongAmount.class);
        assertThat(platform.answer(person, card, "-5.00", Platform.key())).isInstanceOf(WrongAmount.class);
        assertThat(platform.answer(person, card, "1000000.01", Platform.key())).isInstanceOf(WrongAmount.class);
        assertThat(platform.topUps.topUp(person, card, org.joda.money.Money.parse("EUR 5.00"), Platform.key()))
                .isInstanceOf(WrongAmount.class);
        assertThat(platform.topUps.of(person, 10, Optional.empty()).items()).isEmpty();
        assertThat(processor.charges).isEmpty();
    }

    @Test
    public void doesNotKnowSomebodyElsesCardOrTopUp() {
        PersonId other = PersonId.random();
        TopUp topUp = platform.topUp(person, card, "5.00");

        assertThat(platform.answer(other, card, "5.00", Platform.key())).isInstanceOf(NoSuchCard.class);
        assertThat(platform.topUps.find(other, topUp.id())).isEmpty();
    }

    @Test
    public void attemptsNothingWithoutTheProcessorOfTheCard() {
        platform.processors.leave(installed.service());

        TopUp topUp = platform.topUp(person, card, "5.00");

        assertThat(topUp.status()).isEqualTo(TopUpStatus.NOT_ATTEMPTED);
        assertThat(topUp.reason()).get().asString().contains("played");
    }

    // ---- repeated requests

    @Test
    public void answersARepeatedRequestAsTheFirstAndChargesOnce() {
        IdempotencyKey key = Platform.key();
        TopUp first = platform.topUp(person, card, "3.00", key);

        TopUp second = platform.topUp(person, card, "3.00", key);

        assertThat(second).isEqualTo(first);
        assertThat(processor.charges).hasSize(1);
        assertThat(platform.available(person)).isEqualTo(usd("3.00"));
        assertThat(platform.answer(person, card, "4.00", new IdempotencyKey(key.key(), "e".repeat(64))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    public void letsAnotherPersonUseTheSameKey() {
        IdempotencyKey key = Platform.key();
        PersonId other = PersonId.random();
        String otherCard = platform.card(other, "played");

        assertThat(platform.topUp(person, card, "3.00", key).id())
                .isNotEqualTo(platform.topUp(other, otherCard, "3.00", key).id());
    }

    @Test
    public void chargesOnceWhenTheSameRequestComesManyTimesAtOnce() throws Exception {
        IdempotencyKey key = Platform.key();

        List<TopUp> answers = atOnce(8, () -> platform.topUp(person, card, "3.00", key));

        assertThat(answers).extracting(TopUp::id).containsOnly(answers.get(0).id());
        assertThat(answers)
                .extracting(TopUp::status)
                .containsOnly(answers.get(0).status());
        assertThat(processor.charges).hasSize(1);
        assertThat(platform.available(person)).isEqualTo(usd("3.00"));
    }

    @Test
    public void repeatsWhatTheClientWasToldFirstWhateverBecomesKnown() {
        IdempotencyKey key = Platform.key();
        processor.onCharge = request -> new ChargeOutcome.Unknown("no line");
        processor.onLookup = any -> new LookupOutcome.Found(new Settled("found"));
        TopUp first = platform.topUp(person, card, "3.00", key);
        platform.awaitStatus(first, TopUpStatus.SETTLED);

        TopUp again = platform.topUp(person, card, "3.00", key);

        assertThat(first.status()).isEqualTo(TopUpStatus.UNKNOWN);
        assertThat(again.status()).isEqualTo(TopUpStatus.UNKNOWN);
        assertThat(platform.available(person)).isEqualTo(usd("3.00"));
    }

    // ---- no answer in time

    @Test
    public void settlesALateAnswer() {
        CountDownLatch late = new CountDownLatch(1);
        processor.onCharge = request -> {
            await(late);
            return new Settled("late");
        };
        TopUp topUp = platform.topUp(person, card, "5.00");
        assertThat(topUp.status()).isEqualTo(TopUpStatus.UNKNOWN);
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));

        late.countDown();

        Awaitility.await().until(() -> platform.status(topUp) == TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
    }

    @Test
    public void creditsOnceWhatIsFoundAndThenAnsweredLate() {
        CountDownLatch late = new CountDownLatch(1);
        processor.onCharge = request -> {
            await(late);
            return new Settled("late");
        };
        processor.onLookup = key -> new LookupOutcome.Found(new Settled("found"));
        TopUp topUp = platform.topUp(person, card, "5.00");
        dueNow(topUp);
        platform.awaitStatus(topUp, TopUpStatus.SETTLED);

        late.countDown();

        Awaitility.await().until(() -> platform.charging.underWay(topUp.id()).isEmpty());
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
        assertThat(platform.statement
                        .of(person, StatementFilter.ALL, 10, StatementPlace.BEGINNING)
                        .items())
                .hasSize(1);
    }

    @Test
    public void believesNothingFoundOnlyWhenTheChargeCanNoLongerBeOnItsWay() {
        processor.onCharge = request -> {
            await(testEnds);
            return new Settled("very late");
        };
        TopUp topUp = platform.topUp(person, card, "5.00");
        platform.charging.renewLeases();
        dueNow(topUp);
        platform.reconciler.reconcile("played");
        Awaitility.await().until(() -> checks(topUp) == 1);

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.UNKNOWN);

        Instant longAgo = Instant.now().minus(Duration.ofMinutes(1));
        platform.table.stillAsking(topUp.id(), longAgo);
        platform.awaitStatus(topUp, TopUpStatus.NOT_ATTEMPTED);
    }

    @Test
    public void waitsAsLongAsTheProcessorDeclares() {
        platform.processors.leave(installed.service());
        processor.finalAfter = Duration.ofHours(1);
        processor.onCharge = request -> new ChargeOutcome.Unknown("no line");
        platform.install(processor, "1.0.1");
        TopUp topUp = platform.topUp(person, card, "5.00");
        dueNow(topUp);
        platform.reconciler.reconcile("played");
        Awaitility.await().until(() -> checks(topUp) == 1);

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.UNKNOWN);
    }

    @Test
    public void believesAFencedKeyAtOnce() {
        platform.processors.leave(installed.service());
        processor.finalAfter = Duration.ofHours(1);
        processor.onCharge = request -> new ChargeOutcome.Unknown("no line");
        processor.onLookup = key -> new LookupOutcome.Fenced();
        platform.install(processor, "1.0.1");

        TopUp topUp = platform.topUp(person, card, "5.00");

        platform.awaitStatus(topUp, TopUpStatus.NOT_ATTEMPTED);
    }

    @Test
    public void asksAgainWhenTheProcessorCannotTell() {
        processor.onCharge = request -> new ChargeOutcome.Unknown("no line");
        processor.onLookup = key -> new LookupOutcome.Unavailable("closed");
        TopUp topUp = platform.topUp(person, card, "5.00");
        dueNow(topUp);
        platform.reconciler.reconcile("played");
        Awaitility.await().until(() -> checks(topUp) == 1);
        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.UNKNOWN);

        processor.onLookup = key -> new LookupOutcome.Found(new Declined("no"));

        platform.awaitStatus(topUp, TopUpStatus.DECLINED);
    }

    @Test
    public void asksOnceAmongNodes() throws Exception {
        List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
        processor.onCharge = request -> new ChargeOutcome.Unknown("no line");
        processor.onLookup = key -> {
            asked.add(key);
            return new LookupOutcome.Unavailable("closed");
        };
        TopUp topUp = platform.topUp(person, card, "5.00");
        try (Platform other = new Platform(STORE)) {
            other.install(processor, "1.0.0");
            dueNow(topUp);
            atOnce(8, () -> {
                platform.reconciler.reconcile("played");
                other.reconciler.reconcile("played");
                return null;
            });
        }

        assertThat(asked.stream().filter(topUp.chargeKey()::equals)).hasSize(1);
    }

    // ---- news in any order

    @Test
    public void settlesByACallBackHoweverOftenItComes() {
        processor.onCharge = request -> new Pending("soon");
        TopUp topUp = platform.topUp(person, card, "5.00");
        assertThat(topUp.status()).isEqualTo(TopUpStatus.PENDING);

        for (int i = 0; i < 3; i++) {
            assertThat(callBack("played", topUp.chargeKey())).isEqualTo(Callbacks.Answer.TAKEN);
        }

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
    }

    @Test
    public void settlesByACallBackThatComesBeforeTheAnswer() {
        processor.onCharge = request -> {
            callBack("played", request.key());
            return new Pending("soon");
        };

        TopUp topUp = platform.topUp(person, card, "5.00");

        assertThat(topUp.status()).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
    }

    @Test
    public void settlesOnceWhenEveryNewsComesAtOnce() throws Exception {
        processor.onCharge = request -> new Pending("soon");
        processor.onLookup = key -> new LookupOutcome.Found(new Settled("found"));
        TopUp topUp = platform.topUp(person, card, "5.00");

        atOnce(12, () -> {
            callBack("played", topUp.chargeKey());
            platform.settlement.news(topUp, new Settled("answered"));
            platform.settlement.news(topUp, new Pending("old news"));
            return null;
        });

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
        assertThat(platform.statement
                        .of(person, StatementFilter.ALL, 10, StatementPlace.BEGINNING)
                        .items())
                .hasSize(1);
    }

    @Test
    public void standsByTheFirstFinalWord() {
        processor.onCharge = request -> new Declined("no");
        TopUp declined = platform.topUp(person, card, "5.00");

        platform.settlement.news(declined, new Settled("after all"));
        platform.settlement.news(declined, new Pending("after all"));

        assertThat(platform.status(declined)).isEqualTo(TopUpStatus.DECLINED);
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));

        processor.onCharge = request -> new Settled("yes");
        TopUp settled = platform.topUp(person, card, "5.00");
        platform.settlement.news(settled, new Declined("after all"));
        platform.settlement.news(settled, new NotAttempted("after all"));

        assertThat(platform.status(settled)).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
    }

    @Test
    public void asksAboutAPendingTopUpWhoseCallBackGotLost() {
        processor.onCharge = request -> new Pending("soon");
        TopUp topUp = platform.topUp(person, card, "5.00");

        processor.onLookup = key -> new LookupOutcome.Found(new Settled("found"));

        platform.awaitStatus(topUp, TopUpStatus.SETTLED);
    }

    @Test
    public void believesNoCallBackThatTheProcessorDoesNot() {
        processor.onCharge = request -> new Pending("soon");
        TopUp topUp = platform.topUp(person, card, "5.00");
        byte[] body = topUp.chargeKey().getBytes(StandardCharsets.US_ASCII);

        assertThat(platform.callbacks.receive("played", new CallbackMessage(Map.of(), body)))
                .isEqualTo(Callbacks.Answer.INVALID);
        assertThat(platform.callbacks.receive("nobody", new CallbackMessage(Map.of(), body)))
                .isEqualTo(Callbacks.Answer.LATER);
        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.PENDING);
    }

    @Test
    public void believesAProcessorOnlyAboutItsOwnCharges() {
        platform.install(new PlayedProcessor("stranger"), "1.0.0");
        processor.onCharge = request -> new Pending("soon");
        TopUp topUp = platform.topUp(person, card, "5.00");

        callBack("stranger", topUp.chargeKey());

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.PENDING);
    }

    // ---- crashes, and processors that go

    @Test
    public void takesUpAfterACrashWhatWasChargedBeforeIt() {
        processor.onCharge = request -> {
            await(testEnds);
            return new Settled("never told");
        };
        TopUp topUp = platform.topUp(person, card, "5.00");

        try (Platform next = new Platform(STORE)) {
            PlayedProcessor again = new PlayedProcessor("played");
            again.onLookup = key -> new LookupOutcome.Found(new Settled("found"));
            next.install(again, "1.0.0");
            dueNow(topUp);
            next.awaitStatus(topUp, TopUpStatus.SETTLED);
            assertThat(next.available(person)).isEqualTo(usd("5.00"));
            assertThat(next.verification.verify(entries -> {}).firstBroken()).isEmpty();
        }
    }

    @Test
    public void tellsAClientThatRepeatsAfterACrashWhatIsKnown() {
        IdempotencyKey key = Platform.key();
        processor.onCharge = request -> {
            await(testEnds);
            return new Settled("never told");
        };
        Thread client = new Thread(() -> platform.topUp(person, card, "5.00", key));
        client.start();
        Awaitility.await().until(() -> !processor.charges.isEmpty());

        try (Platform next = new Platform(STORE)) {
            assertThat(next.topUp(person, card, "5.00", key).status()).isEqualTo(TopUpStatus.UNKNOWN);
            assertThat(processor.charges).hasSize(1);
        }
    }

    @Test
    public void waitsForAProcessorThatWasPulledOutInTheMiddleOfACall() {
        processor.onCharge = request -> {
            platform.processors.leave(installed.service());
            throw new IllegalStateException("the bundle is gone");
        };
        TopUp topUp = platform.topUp(person, card, "5.00");
        assertThat(topUp.status()).isEqualTo(TopUpStatus.UNKNOWN);
        dueNow(topUp);
        platform.reconciler.reconcile("played");
        assertThat(checks(topUp)).isZero();

        PlayedProcessor back = new PlayedProcessor("played");
        back.onLookup = key -> new LookupOutcome.Found(new Settled("found"));
        platform.install(back, "1.0.0");

        platform.awaitStatus(topUp, TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
    }

    @Test
    public void attemptsNothingBeyondTheCallsThatAProcessorMayHave() throws Exception {
        processor.onCharge = request -> {
            await(testEnds);
            return new Settled("late");
        };

        List<TopUp> answers = atOnce(70, () -> platform.topUp(person, card, "1.00"));

        assertThat(answers.stream().filter(topUp -> topUp.status() == TopUpStatus.UNKNOWN))
                .hasSize(64);
        assertThat(answers.stream().filter(topUp -> topUp.status() == TopUpStatus.NOT_ATTEMPTED))
                .hasSize(6);
        assertThat(processor.charges).hasSize(64);
    }

    // ---- lists

    @Test
    public void listsNewestFirstByParts() {
        TopUp first = platform.topUp(person, card, "1.00");
        TopUp second = platform.topUp(person, card, "2.00");
        TopUp third = platform.topUp(person, card, "3.00");

        Slice<TopUp> newest = platform.topUps.of(person, 2, Optional.empty());
        Slice<TopUp> rest = platform.topUps.of(person, 2, newest.next().map(Long::valueOf));

        assertThat(newest.items()).extracting(TopUp::id).containsExactly(third.id(), second.id());
        assertThat(rest.items()).extracting(TopUp::id).containsExactly(first.id());
        assertThat(rest.next()).isEmpty();
    }

    @Test
    public void listsEverybodysByStatus() {
        processor.onCharge = request -> new ChargeOutcome.Unknown("no line");
        TopUp unknown = platform.topUp(person, card, "1.00");

        assertThat(platform.topUps
                        .all(Optional.of(TopUpStatus.UNKNOWN), 1, Optional.empty())
                        .items())
                .extracting(TopUp::id)
                .containsExactly(unknown.id());
        assertThat(platform.topUps
                        .all(Optional.of(TopUpStatus.SETTLED), 100, Optional.empty())
                        .items())
                .extracting(TopUp::id)
                .doesNotContain(unknown.id());
    }

    private Callbacks.Answer callBack(String name, String key) {
        return platform.callbacks.receive(
                name,
                new CallbackMessage(Map.of("signature", List.of("good")), key.getBytes(StandardCharsets.US_ASCII)));
    }

    private int checks(TopUp topUp) {
        return platform.topUps.find(person, topUp.id()).orElseThrow().checks();
    }

    private static void dueNow(TopUp topUp) {
        STORE.jdbi()
                .useHandle(handle -> handle.execute("UPDATE billing_top_up SET check_at = 1 WHERE id = ?", topUp.id()));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
