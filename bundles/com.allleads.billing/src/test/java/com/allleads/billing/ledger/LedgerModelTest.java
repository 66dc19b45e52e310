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
import java.util.Random;
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

/**
 * The ledger against a model of a few lines: whatever is done in whatever order, both say the same. What is done follows from a seed,
 * which stands in the message of whatever fails; the property {@code ledger.seed} repeats it.
 */
public class LedgerModelTest {

    private static final long SEED = Long.getLong("ledger.seed", new Random().nextLong());
    private static final int STEPS = 400;
    private static final int AT_ONCE = 8;
    private static final int STEPS_OF_EACH = 60;

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private Platform platform;

    @Before
    public void open() {
        platform = new Platform(store);
    }

    @After
    public void close() {
        platform.close();
    }

    @Test
    public void saysWhatTheModelSaysAfterEveryStep() {
        Person person = new Person(new Random(SEED));
        for (int step = 0; step < STEPS; step++) {
            String done = person.doSomething();
            assertThat(platform.balances.balance(person.id))
                    .as("seed %s, step %s: %s", SEED, step, done)
                    .isEqualTo(person.model.balance());
        }
        everythingAddsUp(List.of(person));
    }

    @Test
    public void addsUpWhateverManyDoAtOnce() throws Exception {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            people.add(new Person(new Random(SEED + i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> work = people.stream()
                    .map(person -> (Callable<Void>) () -> {
                        for (int step = 0; step < STEPS_OF_EACH; step++) {
                            person.doSomething();
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        everythingAddsUp(people);
    }

    private void everythingAddsUp(List<Person> people) {
        for (Person person : people) {
            assertThat(platform.balances.balance(person.id)).as("seed %s", SEED).isEqualTo(person.model.balance());
        }
        assertThat(platform.verification.verify(entries -> {}).firstBroken())
                .as("seed %s", SEED)
                .isEmpty();
        long sum = store.jdbi().withHandle(handle -> handle.createQuery("SELECT SUM(balance) FROM billing_account")
                .mapTo(Long.class)
                .one());
        assertThat(sum).as("seed %s: all accounts together", SEED).isZero();
        long earned = people.stream().mapToLong(person -> person.model.earned).sum();
        assertThat(platform.accounts.balance(AccountName.REVENUE).getAmountMinorLong())
                .as("seed %s: earned", SEED)
                .isEqualTo(earned);
    }

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

    /** Does something by chance, in the ledger and in the model. */
    private final class Person {

        private final PersonId id = PersonId.random();
        private final Model model = new Model();
        private final Random chance;

        Person(Random chance) {
            this.chance = chance;
        }

        String doSomething() {
            long amount = 1L + chance.nextInt(1_000);
            return switch (chance.nextInt(8)) {
                case 0, 1 -> payIn(amount);
                case 2 -> receive(amount);
                case 3, 4 -> buy(amount);
                case 5 -> setAside(amount);
                case 6 -> endAHold(amount);
                default -> loseToTheBank(amount);
            };
        }

        private String payIn(long amount) {
            post(
                    TransactionKind.TOP_UP,
                    Transfer.between(
                            platform.accounts.open(AccountName.of(id)),
                            amount,
                            platform.accounts.open(AccountName.clearing("played"))));
            model.paid += amount;
            return "paid in " + amount;
        }

        private String receive(long amount) {
            platform.promotions
                    .grant(new Grant(
                            id,
                            usd(amount),
                            "Present",
                            "operator jo",
                            new IdempotencyKey(UUID.randomUUID().toString(), "d")))
                    .orRefuse();
            model.given += amount;
            return "received " + amount;
        }

        private String buy(long amount) {
            ChargeAnswer answer = platform.balances.charge(
                    new Charge("order-" + UUID.randomUUID(), id, usd(amount), "Order", Map.of()));
            boolean bought = model.spend(amount);
            model.earned += bought ? amount : 0;
            assertThat(answer instanceof ChargeAnswer.Charged)
                    .as("seed %s: %s for %s", SEED, answer, amount)
                    .isEqualTo(bought);
            return "bought for " + amount;
        }

        private String setAside(long amount) {
            String key = UUID.randomUUID().toString();
            HoldAnswer answer = platform.holds.hold(
                    new Hold(key, id, usd(amount), "Order", Instant.now().plus(Duration.ofDays(1))));
            long given = Math.min(amount, model.given);
            boolean held = model.spend(amount);
            if (held) {
                model.holds.put(key, new long[] {amount - given, given});
            }
            assertThat(answer instanceof HoldAnswer.Held)
                    .as("seed %s: %s for %s", SEED, answer, amount)
                    .isEqualTo(held);
            return "set aside " + amount;
        }

        private String endAHold(long amount) {
            if (model.holds.isEmpty()) {
                return "had nothing set aside";
            }
            String key = model.holds.keySet().iterator().next();
            long[] parts = model.holds.remove(key);
            boolean release = chance.nextBoolean();
            long captured = release ? 0 : Math.min(amount, parts[0] + parts[1]);
            HoldEnd end =
                    release ? platform.holds.release(key, "Not needed") : platform.holds.capture(key, usd(captured));
            assertThat(end).as("seed %s", SEED).isEqualTo(new HoldEnd.Ended(true));
            long fromGiven = Math.min(captured, parts[1]);
            model.given += parts[1] - fromGiven;
            model.paid += parts[0] - (captured - fromGiven);
            model.earned += captured;
            return (release ? "released " : "captured " + captured + " of ") + (parts[0] + parts[1]);
        }

        private String loseToTheBank(long amount) {
            post(
                    TransactionKind.CHARGEBACK,
                    new TakeBack(
                            platform.accounts.open(AccountName.of(id)),
                            amount,
                            platform.accounts.open(AccountName.LOSS),
                            platform.accounts.open(AccountName.clearing("played"))));
            model.paid -= Math.min(amount, model.paid);
            return "lost " + amount + " to the bank";
        }

        private void post(TransactionKind kind, Movement movement) {
            assertThat(platform.ledger.post(new Posting(
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
