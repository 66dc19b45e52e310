package com.allleads.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.Hold;
import com.allleads.api.billing.HoldAnswer;
import com.allleads.api.billing.HoldEnd;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.Platform;
import com.allleads.billing.ledger.Movement.TakeBack;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.promotions.Grant;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The ledger against a model of a few lines: whatever is done in whatever order, both say the same. What fails is shrunk to the fewest and
 * smallest steps that fail; jqwik names the seed that repeats it.
 */
@PropertyDefaults(tries = 30, edgeCases = EdgeCasesMode.NONE)
class LedgerModelTest {

    private static final StoreRule STORE = new StoreRule("db/changelog.xml");
    private static final int MOST_STEPS = 40;
    private static final int AT_ONCE = 8;

    private static Platform platform;

    @BeforeContainer
    static void open() throws Throwable {
        STORE.before();
        platform = new Platform(STORE);
    }

    @AfterContainer
    static void close() {
        platform.close();
        STORE.after();
    }

    @Property
    void saysWhatTheModelSaysAfterEveryStep(@ForAll("steps") List<Step> steps) {
        long earnedBefore = earned();
        Person person = new Person();
        for (Step step : steps) {
            person.take(step);
            assertThat(platform.balances.balance(person.id)).as(step.toString()).isEqualTo(person.model.balance());
        }
        everythingAddsUp(List.of(person), earnedBefore);
    }

    @Property(tries = 10)
    void addsUpWhateverManyDoAtOnce(@ForAll("stepsOfMany") List<List<Step>> stepsOfMany) throws Exception {
        long earnedBefore = earned();
        List<Person> people = stepsOfMany.stream().map(steps -> new Person()).toList();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            List<Step> steps = stepsOfMany.get(i);
            work.add(() -> {
                steps.forEach(person::take);
                return null;
            });
        }
        atOnce(work);
        everythingAddsUp(people, earnedBefore);
    }

    /** Whoever of those who spend one balance at once gets something, all of it was there. */
    @Property(tries = 15)
    void spendsNoMoreThanThereIsHoweverManySpendItAtOnce(
            @ForAll("amounts") long paid, @ForAll("amounts") long given, @ForAll("spends") List<Long> spends)
            throws Exception {
        Person person = new Person();
        person.take(new Step(What.PAY_IN, paid));
        person.take(new Step(What.RECEIVE, given));

        List<Callable<Long>> work = spends.stream()
                .map(amount -> (Callable<Long>) () -> person.charge(amount) ? amount : 0L)
                .toList();
        long spent = atOnce(work).stream().mapToLong(Long::longValue).sum();

        assertThat(platform.balances.balance(person.id))
                .isEqualTo(new Balance(usd(paid + given - spent), usd(0), usd(Math.max(0, given - spent))));
        assertThat(platform.verification.verify(entries -> {}).firstBroken()).isEmpty();
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(1, 1_000);
    }

    @Provide
    Arbitrary<List<Long>> spends() {
        return amounts().list().ofMinSize(2).ofMaxSize(AT_ONCE * 2);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(What.class), amounts())
                .as(Step::new)
                .list()
                .ofMaxSize(MOST_STEPS);
    }

    @Provide
    Arbitrary<List<List<Step>>> stepsOfMany() {
        return steps().list().ofSize(AT_ONCE);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long earned() {
        return platform.accounts.total(AccountKind.REVENUE).getAmountMinorLong();
    }

    private static void everythingAddsUp(List<Person> people, long earnedBefore) {
        for (Person person : people) {
            assertThat(platform.balances.balance(person.id)).isEqualTo(person.model.balance());
        }
        assertThat(platform.verification.verify(entries -> {}).firstBroken()).isEmpty();
        long sum = STORE.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COALESCE(SUM(balance), 0) FROM billing_account")
                        .mapTo(Long.class)
                        .one());
        assertThat(sum).as("all accounts together").isZero();
        long earnedByThem =
                people.stream().mapToLong(person -> person.model.earned).sum();
        assertThat(earned()).as("earned").isEqualTo(earnedBefore + earnedByThem);
    }

    /** What can be done. */
    enum What {
        PAY_IN,
        RECEIVE,
        BUY,
        SET_ASIDE,
        CAPTURE,
        RELEASE,
        LOSE_TO_THE_BANK
    }

    /**
     * Something that is done.
     *
     * @param what what
     * @param amount how much, in minor units; of no meaning for a release
     */
    record Step(What what, long amount) {}

    /** What a person has, in minor units. */
    private static final class Model {

        private long paid;
        private long given;
        private long earned;
        private final Map<String, long[]> holds = new LinkedHashMap<>();

        Balance balance() {
            long held =
                    holds.values().stream().mapToLong(hold -> hold[0] + hold[1]).sum();
            return new Balance(usd(paid + given), usd(held), usd(given));
        }

        boolean spend(long amount) {
            if (amount > paid + given) {
                return false;
            }
            long fromGiven = Math.min(amount, given);
            given -= fromGiven;
            paid -= amount - fromGiven;
            return true;
        }
    }

    /** Does the same in the ledger and in the model. */
    private static final class Person {

        private final PersonId id = PersonId.random();
        private final Model model = new Model();

        void take(Step step) {
            switch (step.what()) {
                case PAY_IN -> payIn(step.amount());
                case RECEIVE -> receive(step.amount());
                case BUY -> buy(step.amount());
                case SET_ASIDE -> setAside(step.amount());
                case CAPTURE -> endAHold(false, step.amount());
                case RELEASE -> endAHold(true, 0);
                case LOSE_TO_THE_BANK -> loseToTheBank(step.amount());
            }
        }

        boolean charge(long amount) {
            return platform.balances.charge(
                            new Charge("order-" + UUID.randomUUID(), id, usd(amount), "Order", Map.of()))
                    instanceof ChargeAnswer.Charged;
        }

        private void payIn(long amount) {
            post(
                    TransactionKind.TOP_UP,
                    Transfer.between(
                            platform.accounts.open(AccountName.of(id)),
                            amount,
                            platform.accounts.open(
                                    platform.accounts.partition(id).clearing("played"))));
            model.paid += amount;
        }

        private void receive(long amount) {
            platform.promotions
                    .grant(new Grant(
                            id,
                            usd(amount),
                            "Present",
                            "operator jo",
                            new IdempotencyKey(UUID.randomUUID().toString(), "d")))
                    .orRefuse();
            model.given += amount;
        }

        private void buy(long amount) {
            boolean bought = model.spend(amount);
            model.earned += bought ? amount : 0;
            assertThat(charge(amount)).isEqualTo(bought);
        }

        private void setAside(long amount) {
            String key = UUID.randomUUID().toString();
            HoldAnswer answer = platform.holds.hold(
                    new Hold(key, id, usd(amount), "Order", Instant.now().plus(Duration.ofDays(1))));
            long given = Math.min(amount, model.given);
            boolean held = model.spend(amount);
            if (held) {
                model.holds.put(key, new long[] {amount - given, given});
            }
            assertThat(answer instanceof HoldAnswer.Held).isEqualTo(held);
        }

        /** The oldest one, where there is any. */
        private void endAHold(boolean release, long amount) {
            if (model.holds.isEmpty()) {
                return;
            }
            String key = model.holds.keySet().iterator().next();
            long[] parts = model.holds.remove(key);
            long captured = release ? 0 : Math.min(amount, parts[0] + parts[1]);
            HoldEnd end =
                    release ? platform.holds.release(key, "Not needed") : platform.holds.capture(key, usd(captured));
            assertThat(end).isEqualTo(new HoldEnd.Ended(true));
            long fromGiven = Math.min(captured, parts[1]);
            model.given += parts[1] - fromGiven;
            model.paid += parts[0] - (captured - fromGiven);
            model.earned += captured;
        }

        private void loseToTheBank(long amount) {
            post(
                    TransactionKind.CHARGEBACK,
                    new TakeBack(
                            platform.accounts.open(AccountName.of(id)),
                            amount,
                            platform.accounts.open(
                                    platform.accounts.partition(id).loss()),
                            platform.accounts.open(
                                    platform.accounts.partition(id).clearing("played"))));
            model.paid -= Math.min(amount, model.paid);
        }

        private void post(TransactionKind kind, Movement movement) {
            assertThat(platform.ledger.post(new Posting(
                            id,
                            UUID.randomUUID().toString(),
                            kind,
                            "By chance",
                            "chance",
                            Posting.NO_DATA,
                            movement,
                            Guard.NONE)))
                    .isInstanceOf(PostingAnswer.Posted.class);
        }
    }

    private static Money usd(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }
}
