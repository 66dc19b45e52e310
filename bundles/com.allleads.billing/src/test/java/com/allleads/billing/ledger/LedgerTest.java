package com.allleads.billing.ledger;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.ChargeAnswer.Charged;
import com.allleads.api.billing.ChargeAnswer.Insufficient;
import com.allleads.api.billing.PrepaidBalances.TakenCharge;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Testing;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class LedgerTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private BillingSettings settings;
    private LedgerAccounts accounts;
    private Ledger ledger;
    private LedgerBalances balances;
    private Statement statement;

    @Before
    public void open() {
        settings = Testing.settings(store, Duration.ofSeconds(1));
        accounts = new LedgerAccounts(store.jdbi(), settings);
        ledger = new Ledger(store.jdbi(), store.groupCommit());
        balances = new LedgerBalances(ledger, accounts, settings, store.jdbi());
        statement = new Statement(store.jdbi(), accounts, settings);
    }

    @After
    public void close() {
        ledger.close();
    }

    @Test
    public void hasNothingForWhoeverNeverPaid() {
        assertThat(balances.balance(person).available()).isEqualTo(usd("0.00"));
        assertThat(balances.charge(charge("order-1", "1.00"))).isEqualTo(new Insufficient(usd("0.00")));
        assertThat(statement
                        .of(person, StatementFilter.ALL, 10, StatementPlace.BEGINNING)
                        .items())
                .isEmpty();
    }

    @Test
    public void chargesWhatIsThere() {
        pay(person, "10.00");

        assertThat(balances.charge(charge("order-1", "2.50")))
                .isInstanceOfSatisfying(
                        Charged.class, charged -> assertThat(charged.first()).isTrue());

        assertThat(balances.balance(person).available()).isEqualTo(usd("7.50"));
        assertThat(accounts.balance(accounts.partition(person).revenue())).isEqualTo(usd("2.50"));
        assertThat(accounts.balance(accounts.partition(person).clearing("sandbox")))
                .isEqualTo(usd("-10.00"));
    }

    @Test
    public void refusesWhatIsMoreThanThereIs() {
        pay(person, "2.00");

        assertThat(balances.charge(charge("order-1", "2.01"))).isEqualTo(new Insufficient(usd("2.00")));
        assertThat(balances.charge(charge("order-1", "2.00"))).isInstanceOf(Charged.class);
    }

    @Test
    public void takesAKeyOnce() {
        pay(person, "10.00");
        Charged first = (Charged) balances.charge(charge("order-1", "2.00"));

        Charged again = (Charged) balances.charge(charge("order-1", "2.00"));

        assertThat(again).isEqualTo(new Charged(first.transaction(), false));
        assertThat(balances.charge(charge("order-1", "3.00"))).isInstanceOf(ChargeAnswer.KeyReused.class);
        assertThat(balances.charge(new Charge("order-1", PersonId.random(), usd("2.00"), "Order", Map.of())))
                .isInstanceOf(ChargeAnswer.KeyReused.class);
        assertThat(balances.balance(person).available()).isEqualTo(usd("8.00"));
    }

    @Test
    public void refusesAnotherCurrency() {
        pay(person, "10.00");

        Charge euros = new Charge("order-1", person, Money.parse("EUR 1.00"), "Order", Map.of());

        assertThat(balances.charge(euros)).isInstanceOf(ChargeAnswer.WrongCurrency.class);
    }

    @Test
    public void refusesToWriteInsideATransaction() {
        pay(person, "10.00");

        assertThatThrownBy(() -> store.transactions().required(() -> {
                    balances.charge(charge("order-1", "1.00"));
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void neverGoesBelowZeroWithSixteenAtOnce() throws Exception {
        pay(person, "50.00");
        PersonId other = PersonId.random();
        pay(other, "50.00");

        List<ChargeAnswer> answers = sixteenAtOnce(
                100,
                (thread, round) -> balances.charge(new Charge(
                        "order-" + thread + "-" + round,
                        thread % 2 == 0 ? person : other,
                        usd("0.10"),
                        "Order",
                        Map.of())));

        assertThat(answers.stream().filter(Charged.class::isInstance)).hasSize(1000);
        assertThat(balances.balance(person).available()).isEqualTo(usd("0.00"));
        assertThat(balances.balance(other).available()).isEqualTo(usd("0.00"));
        assertThat(verify().valid()).isTrue();
        assertThat(verify().entries()).isEqualTo(2004);
    }

    @Test
    public void takesAKeyOnceWithSixteenAtOnce() throws Exception {
        pay(person, "10.00");

        List<ChargeAnswer> answers =
                sixteenAtOnce(20, (thread, round) -> balances.charge(charge("order-" + round, "0.10")));

        assertThat(answers.stream().filter(answer -> ((Charged) answer).first()))
                .hasSize(20);
        assertThat(balances.balance(person).available()).isEqualTo(usd("8.00"));
    }

    @Test
    public void isKeptAboveZeroByTheStoreToo() {
        pay(person, "1.00");

        assertThatThrownBy(() -> store.jdbi()
                        .useHandle(handle -> handle.execute(
                                "UPDATE billing_account SET balance = -1 WHERE holder = ?", person.toString())))
                .hasStackTraceContaining("BILLING_ACCOUNT_NOT_BELOW_ZERO");
    }

    @Test
    public void postsTheOthersWhenOneOfABatchFails() throws Exception {
        pay(person, "10.00");
        long account = accounts.find(AccountName.of(person)).orElseThrow();
        long revenue = accounts.open(accounts.partition(person).revenue());

        List<Object> answers = sixteenAtOnce(10, (thread, round) -> {
            boolean bad = thread == 3;
            try {
                return ledger.post(new Posting(
                        person,
                        "mixed-" + thread + "-" + round,
                        TransactionKind.CHARGE,
                        "Order",
                        "person",
                        Posting.NO_DATA,
                        Transfer.between(account, -1, bad ? 4711 : revenue),
                        Guard.NONE));
            } catch (RuntimeException e) {
                return e;
            }
        });

        assertThat(answers.stream().filter(Posted.class::isInstance)).hasSize(150);
        assertThat(balances.balance(person).available()).isEqualTo(usd("8.50"));
        assertThat(verify().valid()).isTrue();
    }

    @Test
    public void writesWhatBelongsToATransactionWithItOrNotAtAll() {
        pay(person, "10.00");
        long account = accounts.find(AccountName.of(person)).orElseThrow();
        Posting prevented = new Posting(
                person,
                "guarded",
                TransactionKind.CHARGE,
                "Order",
                "person",
                Posting.NO_DATA,
                Transfer.between(
                        account, -100, accounts.open(accounts.partition(person).revenue())),
                (connection, legs) -> false);

        assertThat(ledger.post(prevented)).isEqualTo(new PostingAnswer.Prevented());

        assertThat(balances.balance(person).available()).isEqualTo(usd("10.00"));
        assertThat(ledger.knows("guarded")).isFalse();
    }

    @Test
    public void statesEveryEntryOldestFirstWithARunningBalance() {
        pay(person, "10.00");
        balances.charge(charge("order-1", "1.00"));
        balances.charge(charge("order-2", "2.00"));

        Slice<Statement.Line> first = statement.of(person, StatementFilter.ALL, 2, StatementPlace.BEGINNING);
        Slice<Statement.Line> rest = statement.of(
                person,
                StatementFilter.ALL,
                2,
                StatementPlace.parse(first.next().orElseThrow()).orElseThrow());

        assertThat(first.items()).extracting(Statement.Line::balance).containsExactly(usd("10.00"), usd("9.00"));
        assertThat(first.items()).extracting(Statement.Line::amount).containsExactly(usd("10.00"), usd("-1.00"));
        assertThat(rest.items()).extracting(Statement.Line::balance).containsExactly(usd("7.00"));
        assertThat(rest.next()).isEmpty();
    }

    @Test
    public void statesOnlyWhatIsWanted() {
        pay(person, "10.00");
        balances.charge(charge("order-1", "1.00"));
        balances.charge(charge("order-2", "2.00"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        assertThat(lines(Optional.of("CHARGE"), Optional.empty(), Optional.empty()))
                .extracting(Statement.Line::balance)
                .containsExactly(usd("7.00"), usd("9.00"));
        assertThat(lines(Optional.empty(), Optional.of(today), Optional.of(tomorrow)))
                .hasSize(3);
        assertThat(lines(Optional.of("TOP_UP"), Optional.of(tomorrow), Optional.empty()))
                .isEmpty();
        assertThat(lines(Optional.empty(), Optional.empty(), Optional.of("2026-01-31")))
                .isEmpty();
    }

    @Test
    public void refusesAFilterThatCannotBeRead() {
        assertThatThrownBy(() -> lines(Optional.of("GIFT"), Optional.empty(), Optional.empty()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lines(Optional.empty(), Optional.of("2026-02-30"), Optional.empty()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lines(Optional.empty(), Optional.of("2026-02-02"), Optional.of("2026-02-01")))
                .isInstanceOf(ProblemException.class);
    }

    private List<Statement.Line> lines(Optional<String> kind, Optional<String> from, Optional<String> to) {
        return statement
                .newestFirst(person, StatementFilter.read(kind, from, to), 10, StatementPlace.END)
                .items();
    }

    @Test
    public void listsChargesByPrefixSoThatOthersCanRepairTheirRows() {
        pay(person, "10.00");
        balances.charge(
                new Charge("order-1", person, usd("1.00"), "One", Map.of("service", "report", "quantity", "1")));
        balances.charge(new Charge("orderly", person, usd("1.00"), "Not an order", Map.of()));
        balances.charge(new Charge("order-2", person, usd("2.00"), "Two", Map.of()));

        Slice<TakenCharge> first = balances.charges("order-", 1, Optional.empty());
        Slice<TakenCharge> rest = balances.charges("order-", 1, first.next());

        TakenCharge one = first.items().get(0);
        assertThat(one.charge())
                .isEqualTo(new Charge(
                        "order-1", person, usd("1.00"), "One", Map.of("service", "report", "quantity", "1")));
        assertThat(rest.items()).extracting(taken -> taken.charge().key()).containsExactly("order-2");
        assertThat(rest.next()).isEmpty();
        assertThat(balances.taken("order-1")).contains(one);
        assertThat(balances.taken("order-3")).isEmpty();
    }

    @Test
    public void keepsItsCurrency() {
        pay(person, "1.00");

        assertThatThrownBy(() -> new BillingSettings(
                        store.jdbi(),
                        new com.allleads.billing.Settings(
                                CurrencyUnit.EUR,
                                Money.parse("EUR 1.00"),
                                Money.parse("EUR 2.00"),
                                Optional.empty(),
                                Duration.ofSeconds(1),
                                1,
                                Optional.empty())))
                .hasMessageContaining("currency")
                .hasMessageContaining("USD");
    }

    private LedgerVerification.Result verify() {
        return new LedgerVerification(store.jdbi()).verify(entries -> {});
    }

    private Charge charge(String key, String amount) {
        return new Charge(key, person, usd(amount), "Order", Map.of());
    }

    private void pay(PersonId payer, String amount) {
        long minor = usd(amount).getAmountMinorLong();
        PostingAnswer answer = ledger.post(new Posting(
                payer,
                "top-up-" + UUID.randomUUID(),
                TransactionKind.TOP_UP,
                "Top-up",
                "sandbox",
                Posting.NO_DATA,
                Transfer.between(
                        accounts.open(AccountName.of(payer)),
                        minor,
                        accounts.open(accounts.partition(payer).clearing("sandbox"))),
                Guard.NONE));
        assertThat(answer).isInstanceOf(Posted.class);
    }

    private static <T> List<T> sixteenAtOnce(int rounds, Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<List<T>>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int thread = i;
                all.add(() -> {
                    List<T> answers = new ArrayList<>();
                    for (int round = 0; round < rounds; round++) {
                        answers.add(work.run(thread, round));
                    }
                    return answers;
                });
            }
            List<T> answers = new ArrayList<>();
            for (Future<List<T>> future : threads.invokeAll(all)) {
                answers.addAll(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(int thread, int round);
    }
}
