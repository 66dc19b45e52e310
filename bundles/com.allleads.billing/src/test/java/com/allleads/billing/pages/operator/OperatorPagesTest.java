package com.allleads.billing.pages.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.Hold;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Form;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.Testing;
import com.allleads.billing.ledger.LedgerChecks;
import com.allleads.billing.processors.ProcessorSource;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.portal.testing.Look;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class OperatorPagesTest {

    private static final OperatorActs ACTS = OperatorActs.by(act -> (outcome, problem) -> {});

    /** A database of its own for each test, as these pages show everybody's. */
    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId ann = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;
    private ProcessorSource installed;
    private String card;

    @Before
    public void start() {
        platform = new Platform(store);
        installed = platform.install(processor, "1.0.0");
        card = platform.card(ann, "played");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void listsPaymentsByStatusAndCountsTheUndecided() {
        TopUp settled = platform.topUp(ann, card, "5.00");
        TopUp unknown = unknownTopUp();
        PaymentsPage payments = new PaymentsPage(platform.topUps);

        assertThat(Look.at(payments).asOperator().html()).contains(settled.id(), unknown.id(), "1 payment is unknown");
        assertThat(Look.at(payments)
                        .asOperator()
                        .with("status", "UNKNOWN")
                        .in("es")
                        .html())
                .contains(unknown.id(), "1 pago es desconocido")
                .doesNotContain(settled.id());
        assertThatThrownBy(() ->
                        Look.at(payments).asOperator().with("status", "LOST").html())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void asksAtOnceWhatBecameOfAPayment() {
        TopUp unknown = unknownTopUp();
        PaymentPage payment = new PaymentPage(platform.topUps, platform.processors, ACTS);
        assertThat(Look.at(payment).asOperator().with("id", unknown.id()).html())
                .contains(unknown.chargeKey(), "Ask again now");
        processor.onLookup = key -> new LookupOutcome.Found(new ChargeOutcome.Settled("found"));

        assertThat(Look.at(payment).asOperator().with("id", unknown.id()).said())
                .startsWith("The processor is being asked.");
        assertThat(platform.topUps.find(unknown.id()).orElseThrow().checkAt())
                .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(Instant.now()));
        platform.reconciler.reconcile("played");
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> platform.status(unknown) == TopUpStatus.SETTLED);

        assertThat(Look.at(payment).asOperator().with("id", unknown.id()).said())
                .isEqualTo("All is known of this payment already.");
        assertThat(Look.at(payment).asOperator().with("id", unknown.id()).html())
                .doesNotContain("Ask again now");
    }

    @Test
    public void saysThatAPaymentWaitsForItsProcessor() {
        TopUp unknown = unknownTopUp();
        platform.processors.leave(installed.service());

        assertThat(Look.at(new PaymentPage(platform.topUps, platform.processors, ACTS))
                        .asOperator()
                        .with("id", unknown.id())
                        .html())
                .contains("No processor named played is installed.");
    }

    @Test
    public void givesMoneyBackOnceHoweverOftenTheFormIsSent() {
        platform.topUp(ann, card, "5.00");

        assertThat(refund("2.00", "key").said()).isEqualTo("2.00 USD is given back. What became of it stands below.");
        assertThat(refund("2.00", "key").said()).isEqualTo("2.00 USD is given back. What became of it stands below.");

        assertThat(platform.available(ann)).isEqualTo(Testing.usd("3.00"));
        assertThat(Look.at(refunds()).asOperator().html()).contains("refunded", "As asked", "operator operator");
    }

    @Test
    public void saysWhyMoneyCannotGoBack() {
        platform.topUp(ann, card, "5.00");

        assertThat(refund("9.00", "a").refused())
                .contains("Amount in USD must be at most what can go back by the way it came: USD 5.00.");
        assertThat(refund("0.00", "b").in("es").refused()).contains("debe ser más que nada");
        assertThat(Look.at(refunds())
                        .asOperator()
                        .with("person", "ann")
                        .with("amount", "1.00")
                        .with("reason", "4242 4242 4242 4242")
                        .with(Form.KEY, "c")
                        .refused())
                .contains("Person must be the id of a person.", "Reason must not contain the number of a card.");
        assertThat(platform.available(ann)).isEqualTo(Testing.usd("5.00"));
    }

    @Test
    public void drainsOnlyWhenItIsConfirmedAndTakesItBack() {
        ProcessorsPage processors = new ProcessorsPage(platform.processors, ACTS);
        assertThat(Look.at(processors).asOperator().html())
                .contains("takes payments", "Played Processing Inc.", "card token", "Nothing is kept.");

        Look.at(processors).asOperator().with("drain", "played").submit();
        assertThat(platform.processors.active()).hasSize(1);
        assertThat(Look.at(processors)
                        .asOperator()
                        .with("drain", "played")
                        .with("confirmed", "yes")
                        .said())
                .startsWith("played takes no new payments.");
        assertThat(platform.processors.active()).isEmpty();

        assertThat(Look.at(processors)
                        .asOperator()
                        .with("resume", "played")
                        .in("es")
                        .said())
                .isEqualTo("played acepta pagos de nuevo.");
        assertThat(platform.processors.active()).hasSize(1);
        assertThatThrownBy(() -> Look.at(processors)
                        .asOperator()
                        .with("resume", "played")
                        .submit())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void showsWhyAProcessorIsRefused() {
        PlayedProcessor greedy = new PlayedProcessor("greedy");
        greedy.declaration = PlayedProcessor.declaration("greedy", Set.of(PartyUse.SECONDARY), PartyField.values());
        platform.install(greedy, "2.0.0");

        assertThat(Look.at(new ProcessorsPage(platform.processors, ACTS))
                        .asOperator()
                        .html())
                .contains("it declares a secondary use of personal data");
    }

    @Test
    public void verifiesTheLedgerInTheBackground() {
        platform.topUp(ann, card, "5.00");
        LedgerChecks checks = new LedgerChecks(platform.verification, store.jdbi());
        LedgerPage ledger = new LedgerPage(checks);
        assertThat(Look.at(ledger).asOperator().html()).contains("was not verified on this page");

        Look.at(ledger).asOperator().gone();
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> checks.standing() instanceof LedgerChecks.Ended);

        assertThat(Look.at(ledger).asOperator().html())
                .contains("Everything is as it was written.", "2 entries were checked.");
        checks.stop();
    }

    @Test
    public void countsTopUpsByDayAndWhatIsHeld() {
        platform.topUp(ann, card, "5.00");
        unknownTopUp();

        Chart chart =
                (Chart) new PaymentsPanel(platform.topUps).show(null).model().get("perDay");
        assertThat(chart.series().get(0).values()).endsWith(1.0).hasSize(14);
        assertThat(chart.series().get(1).values()).endsWith(1.0);
        assertThat(new BalancesPanel(platform.accounts).show(null).model()).containsEntry("owed", Testing.usd("5.00"));
    }

    @Test
    public void tellsAgesInTheLargestWholeUnit() {
        Instant now = Instant.parse("2026-01-31T12:00:00Z");

        assertThat(Age.of(now.minusSeconds(59), now).key()).isEqualTo("age.seconds");
        assertThat(Age.of(now.minus(Duration.ofMinutes(90)), now).arguments()).containsExactly(1L);
        assertThat(Age.of(now.minus(Duration.ofDays(3)), now).key()).isEqualTo("age.days");
    }

    private TopUp unknownTopUp() {
        processor.onCharge = request -> new ChargeOutcome.Unknown("no answer");
        TopUp unknown = platform.topUp(ann, card, "1.00");
        assertThat(unknown.status()).isEqualTo(TopUpStatus.UNKNOWN);
        return unknown;
    }

    @Test
    public void letsWhatIsSetAsideComeBackForAReason() {
        platform.topUp(ann, card, "5.00");
        platform.holds.hold(new Hold(
                "order-7", ann, Testing.usd("2.00"), "Report", Instant.now().plus(Duration.ofDays(1))));
        HoldsPage holds = new HoldsPage(platform.holds, ACTS);

        assertThat(Look.at(holds).asOperator().html()).contains("order-7", "Report");
        assertThat(Look.at(holds).asOperator().with("key", "order-7").in("es").refused())
                .contains("Motivo");
        assertThat(Look.at(holds)
                        .asOperator()
                        .with("key", "order-7")
                        .with("reason", "Not in stock")
                        .said())
                .isEqualTo("It is on the balance again.");

        assertThat(platform.balances.balance(ann).available()).isEqualTo(Testing.usd("5.00"));
        assertThat(Look.at(holds)
                        .asOperator()
                        .with("state", "RELEASED")
                        .in("es")
                        .html())
                .contains("order-7");
        assertThat(Look.at(holds)
                        .asOperator()
                        .with("key", "order-8")
                        .with("reason", "Not in stock")
                        .refused())
                .contains("A hold with this key was not found.");
    }

    @Test
    public void givesCreditOnceForEachForm() {
        PromotionalCreditsPage credits =
                new PromotionalCreditsPage(platform.promotions, platform.settings, platform.accounts, ACTS);
        Look form = Look.at(credits)
                .asOperator()
                .with("person", ann.toString())
                .with("amount", "2.00")
                .with("reason", "Welcome")
                .with(Form.KEY, "once");

        assertThat(form.said()).isEqualTo("2.00 USD were given.");
        assertThat(form.said()).isEqualTo("2.00 USD were given.");

        assertThat(platform.balances.balance(ann).promotional()).isEqualTo(Testing.usd("2.00"));
        assertThat(Look.at(credits).asOperator().in("es").html()).contains("Crédito promocional");
        assertThat(Look.at(credits)
                        .asOperator()
                        .with("person", "ann")
                        .with("amount", "2.00")
                        .with(Form.KEY, "twice")
                        .refused())
                .contains("Person must be the id of a person.", "Reason is required.");
    }

    @Test
    public void undoesAPayment() {
        platform.topUp(ann, card, "5.00");
        ChargeAnswer.Charged charged = (ChargeAnswer.Charged)
                platform.balances.charge(new Charge("order-9", ann, Testing.usd("2.00"), "Order", Map.of()));
        CorrectionsPage corrections = new CorrectionsPage(platform.corrections, ACTS);

        assertThat(Look.at(corrections).asOperator().in("es").html()).contains("Transacción");
        assertThat(Look.at(corrections)
                        .asOperator()
                        .with("transaction", "x")
                        .with("reason", "By mistake")
                        .refused())
                .contains("Transaction must be the number of a transaction, as in the statement.");
        assertThat(Look.at(corrections)
                        .asOperator()
                        .with("transaction", charged.transaction())
                        .with("reason", "By mistake")
                        .said())
                .startsWith("It is undone by transaction");

        assertThat(platform.available(ann)).isEqualTo(Testing.usd("5.00"));
    }

    private Look refund(String amount, String key) {
        return Look.at(refunds())
                .asOperator()
                .with("person", ann.toString())
                .with("amount", amount)
                .with("reason", "As asked")
                .with(Form.KEY, key);
    }

    @Test
    public void doesNothingThatNobodyWritesDown() {
        CorrectionsPage corrections = new CorrectionsPage(platform.corrections, new OperatorActs());

        assertThat(Look.at(corrections)
                        .asOperator()
                        .in("es")
                        .with("transaction", "1")
                        .with("reason", "Mistake")
                        .refused())
                .contains("bundle:start com.allleads.audit", "Hasta entonces no se hace nada.");
        long undone = store.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM billing_transaction WHERE reason = 'Mistake'")
                .mapTo(Long.class)
                .one());
        assertThat(undone).isZero();
    }

    private RefundsPage refunds() {
        return new RefundsPage(platform.refunds, platform.settings, ACTS);
    }
}
