package com.allleads.billing.ledger;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.HeldMoney;
import com.allleads.api.billing.Hold;
import com.allleads.api.billing.HoldAnswer;
import com.allleads.api.billing.HoldEnd;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.Platform;
import com.allleads.billing.corrections.CorrectionAnswer;
import com.allleads.billing.corrections.Undoing;
import com.allleads.billing.holds.HoldTable;
import com.allleads.billing.holds.Holds;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.promotions.Grant;
import com.allleads.billing.promotions.GrantAnswer;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Paid money and promotional credit, spent, set aside and given back. */
public class CreditTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private Platform platform;

    @Before
    public void open() {
        platform = new Platform(store);
    }

    @After
    public void close() {
        assertThat(platform.verification.verify(entries -> {}).firstBroken()).isEmpty();
        platform.close();
    }

    @Test
    public void spendsWhatWasGivenBeforeWhatWasPaidIn() {
        pay("10.00");
        give("3.00");
        assertThat(balance()).isEqualTo(new Balance(usd("13.00"), usd("0.00"), usd("3.00")));

        charge("order-1", "2.00");
        assertThat(balance()).isEqualTo(new Balance(usd("11.00"), usd("0.00"), usd("1.00")));
        charge("order-2", "4.00");
        assertThat(balance()).isEqualTo(new Balance(usd("7.00"), usd("0.00"), usd("0.00")));
        assertThat(on(platform.accounts.partition(person).revenue())).isEqualTo(usd("6.00"));
        assertThat(on(platform.accounts.partition(person).promotion())).isEqualTo(usd("-3.00"));
    }

    @Test
    public void refusesWhatIsMoreThanBothTogether() {
        pay("1.00");
        give("1.00");

        assertThat(platform.balances.charge(new Charge("order-1", person, usd("2.01"), "Order", Map.of())))
                .isEqualTo(new ChargeAnswer.Insufficient(usd("2.00")));
        charge("order-1", "2.00");
    }

    @Test
    public void givesCreditOnceForEachRequest() {
        Grant grant = grant("3.00", key("k", "a"));

        GrantAnswer first = platform.promotions.grant(grant);

        assertThat(first).isInstanceOf(GrantAnswer.Given.class);
        assertThat(platform.promotions.grant(grant)).isEqualTo(first);
        assertThat(platform.promotions.grant(grant("3.00", key("k", "b")))).isInstanceOf(GrantAnswer.KeyReused.class);
        assertThat(platform.promotions.grant(grant("4.00", key("k", "b")))).isInstanceOf(GrantAnswer.KeyReused.class);
        assertThat(balance().available()).isEqualTo(usd("3.00"));
    }

    @Test
    public void neverPaysOutWhatWasGiven() {
        give("3.00");

        assertThat(platform.refunds.refundable(person)).isEqualTo(usd("0.00"));
        platform.promotions.lapse(person);

        assertThat(balance().available()).isEqualTo(usd("0.00"));
        assertThat(on(platform.accounts.partition(person).promotion())).isEqualTo(usd("0.00"));
    }

    @Test
    public void statesBothCreditsAsOneWithARunningBalance() {
        pay("10.00");
        charge("order-1", "1.00");
        give("3.00");
        charge("order-2", "5.00");
        charge("order-3", "1.00");
        give("0.50");

        List<Statement.Line> lines = everything(2);

        assertThat(lines)
                .extracting(Statement.Line::amount)
                .containsExactly(usd("10.00"), usd("-1.00"), usd("3.00"), usd("-5.00"), usd("-1.00"), usd("0.50"));
        assertThat(lines)
                .extracting(Statement.Line::balance)
                .containsExactly(usd("10.00"), usd("9.00"), usd("12.00"), usd("7.00"), usd("6.00"), usd("6.50"));
        assertThat(backwards(2)).extracting(Statement.Line::transaction).containsExactlyElementsOf(reversed(lines));
        assertThat(backwards(4).stream().map(Statement.Line::balance))
                .containsExactly(usd("6.50"), usd("6.00"), usd("7.00"), usd("12.00"), usd("9.00"), usd("10.00"));
        assertThat(platform.statement
                        .of(
                                person,
                                StatementFilter.read(Optional.of("CHARGE"), Optional.empty(), Optional.empty()),
                                10,
                                StatementPlace.BEGINNING)
                        .items())
                .extracting(Statement.Line::balance)
                .containsExactly(usd("9.00"), usd("7.00"), usd("6.00"));
    }

    @Test
    public void setsAsideAndPaysAPartOfIt() {
        pay("10.00");
        give("3.00");

        assertThat(platform.holds.hold(hold("h1", "5.00"))).isEqualTo(new HoldAnswer.Held(true));
        assertThat(balance()).isEqualTo(new Balance(usd("8.00"), usd("5.00"), usd("0.00")));
        assertThat(platform.holds.hold(hold("h1", "5.00"))).isEqualTo(new HoldAnswer.Held(false));
        assertThat(platform.holds.hold(hold("h1", "4.00"))).isInstanceOf(HoldAnswer.KeyReused.class);
        assertThat(platform.holds.hold(hold("h2", "8.01"))).isEqualTo(new HoldAnswer.Insufficient(usd("8.00")));
        assertThat(platform.holds.capture("h1", usd("5.01"))).isEqualTo(new HoldEnd.TooMuch(usd("5.00")));

        assertThat(platform.holds.capture("h1", usd("4.00"))).isEqualTo(new HoldEnd.Ended(true));

        assertThat(balance()).isEqualTo(new Balance(usd("9.00"), usd("0.00"), usd("0.00")));
        assertThat(on(platform.accounts.partition(person).revenue())).isEqualTo(usd("4.00"));
        assertThat(platform.holds.capture("h1", usd("4.00"))).isEqualTo(new HoldEnd.Ended(false));
        assertThat(platform.holds.capture("h1", usd("3.00"))).isInstanceOf(HoldEnd.EndedOtherwise.class);
        assertThat(platform.holds.release("h1", "Too late")).isInstanceOf(HoldEnd.EndedOtherwise.class);
        assertThat(platform.holds.find("h1").orElseThrow().state()).isEqualTo(HeldMoney.State.CAPTURED);
    }

    @Test
    public void givesWhatIsReleasedBackToWhereItCameFrom() {
        pay("10.00");
        give("3.00");
        platform.holds.hold(hold("h1", "5.00"));

        assertThat(platform.holds.release("h1", "Not delivered")).isEqualTo(new HoldEnd.Ended(true));

        assertThat(balance()).isEqualTo(new Balance(usd("13.00"), usd("0.00"), usd("3.00")));
        assertThat(platform.holds.release("h1", "Not delivered")).isEqualTo(new HoldEnd.Ended(false));
        assertThat(platform.holds.release("h9", "Not there")).isInstanceOf(HoldEnd.NoSuchHold.class);
    }

    @Test
    public void paysASmallPartWithWhatWasGiven() {
        pay("10.00");
        give("3.00");
        platform.holds.hold(hold("h1", "5.00"));

        platform.holds.capture("h1", usd("1.00"));

        assertThat(balance()).isEqualTo(new Balance(usd("12.00"), usd("0.00"), usd("2.00")));
    }

    @Test
    public void letsWhatNobodyCapturedComeBackAfterARestart() {
        pay("10.00");
        platform.holds.hold(hold("h1", "5.00"));
        platform.holds.expire();
        assertThat(balance().held()).isEqualTo(usd("5.00"));

        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        Holds restarted =
                new Holds(platform.ledger, platform.accounts, platform.settings, new HoldTable(store.jdbi()), later);
        restarted.expire();

        assertThat(balance()).isEqualTo(new Balance(usd("10.00"), usd("0.00"), usd("0.00")));
        assertThat(platform.holds.find("h1").orElseThrow().state()).isEqualTo(HeldMoney.State.EXPIRED);
        assertThat(platform.holds.capture("h1", usd("5.00"))).isInstanceOf(HoldEnd.EndedOtherwise.class);
    }

    @Test
    public void undoesAChargeOnce() {
        pay("10.00");
        give("3.00");
        charge("order-1", "5.00");
        long number = last();

        CorrectionAnswer undone = platform.corrections.undo(new Undoing(number, "Charged twice", "operator jo"));

        assertThat(undone).isInstanceOf(CorrectionAnswer.Corrected.class);
        assertThat(platform.corrections.undo(new Undoing(number, "Charged twice", "operator jo")))
                .isEqualTo(undone);
        assertThat(balance()).isEqualTo(new Balance(usd("13.00"), usd("0.00"), usd("3.00")));
    }

    @Test
    public void undoesWhatWasCapturedForThePerson() {
        pay("10.00");
        give("3.00");
        platform.holds.hold(hold("h1", "5.00"));
        platform.holds.capture("h1", usd("4.00"));

        platform.corrections.undo(new Undoing(transaction("capture-h1"), "Not delivered after all", "operator jo"));

        assertThat(balance()).isEqualTo(new Balance(usd("13.00"), usd("0.00"), usd("3.00")));
        assertThat(on(platform.accounts.partition(person).revenue())).isEqualTo(usd("0.00"));
    }

    @Test
    public void undoesNoCardPaymentAndNothingThatIsSpent() {
        pay("10.00");
        assertThat(platform.corrections.undo(new Undoing(last(), "By mistake", "operator jo")))
                .isInstanceOf(CorrectionAnswer.NotCorrectable.class);
        assertThat(platform.corrections.undo(new Undoing(4711, "By mistake", "operator jo")))
                .isInstanceOf(CorrectionAnswer.NoSuchTransaction.class);
        give("3.00");
        long given = last();
        charge("order-1", "1.00");
        assertThat(platform.corrections.undo(new Undoing(given, "By mistake", "operator jo")))
                .isInstanceOf(CorrectionAnswer.SpentMeanwhile.class);
    }

    // ---- helpers

    private Balance balance() {
        return platform.balances.balance(person);
    }

    private Money on(AccountName account) {
        return platform.accounts.balance(account);
    }

    private void pay(String amount) {
        platform.ledger.post(new Posting(
                person,
                "top-up-" + UUID.randomUUID(),
                TransactionKind.TOP_UP,
                "Top-up",
                "sandbox",
                Posting.NO_DATA,
                Transfer.between(
                        platform.accounts.open(AccountName.of(person)),
                        usd(amount).getAmountMinorLong(),
                        platform.accounts.open(
                                platform.accounts.partition(person).clearing("sandbox"))),
                Guard.NONE));
    }

    private void give(String amount) {
        assertThat(platform.promotions.grant(grant(amount, key(UUID.randomUUID().toString(), "a"))))
                .isInstanceOf(GrantAnswer.Given.class);
    }

    private Grant grant(String amount, IdempotencyKey key) {
        return new Grant(person, usd(amount), "Welcome", "operator jo", key);
    }

    private static IdempotencyKey key(String key, String digest) {
        return new IdempotencyKey(key, digest.repeat(64));
    }

    private void charge(String key, String amount) {
        assertThat(platform.balances.charge(new Charge(key, person, usd(amount), "Order", Map.of())))
                .isInstanceOf(ChargeAnswer.Charged.class);
    }

    private Hold hold(String key, String amount) {
        return new Hold(key, person, usd(amount), "Order", Instant.now().plus(Duration.ofDays(1)));
    }

    private long last() {
        return store.jdbi().withHandle(handle -> handle.createQuery("SELECT MAX(id) FROM billing_transaction")
                .mapTo(Long.class)
                .one());
    }

    private long transaction(String reference) {
        return store.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT id FROM billing_transaction WHERE reference = :reference")
                .bind("reference", reference)
                .mapTo(Long.class)
                .one());
    }

    private List<Statement.Line> everything(int atOnce) {
        List<Statement.Line> lines = new ArrayList<>();
        Optional<StatementPlace> place = Optional.of(StatementPlace.BEGINNING);
        while (place.isPresent()) {
            Slice<Statement.Line> part = platform.statement.of(person, StatementFilter.ALL, atOnce, place.get());
            lines.addAll(part.items());
            place = part.next().flatMap(StatementPlace::parse);
        }
        return lines;
    }

    private List<Statement.Line> backwards(int atOnce) {
        List<Statement.Line> lines = new ArrayList<>();
        Optional<StatementPlace> place = Optional.of(StatementPlace.END);
        while (place.isPresent()) {
            Slice<Statement.Line> part =
                    platform.statement.newestFirst(person, StatementFilter.ALL, atOnce, place.get());
            lines.addAll(part.items());
            place = part.next().flatMap(StatementPlace::parse);
        }
        return lines;
    }

    private static List<String> reversed(List<Statement.Line> lines) {
        List<String> reversed = new ArrayList<>();
        lines.forEach(line -> reversed.add(0, line.transaction()));
        return reversed;
    }
}
