package com.allleads.billing.privacy;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.billing.Hold;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class LeftMeanwhileTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final Departures accounts = new Departures();
    private final LaterClock clock = new LaterClock();
    private Platform platform;

    @Before
    public void start() {
        platform = new Platform(store);
        platform.install(new PlayedProcessor("played"), "1.0.0");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void givesBackToWhoLeftWhileBillingWasAwayAndToNobodyElse() {
        PersonId stays = withMoney("5.00");
        PersonId left = withMoney("7.00");
        platform.holds.hold(new Hold(
                "order-1", left, usd("3.00"), "Something", Instant.now().plusSeconds(600)));
        accounts.left.add(left);

        started(accounts).step();
        platform.refunds.payOwed();

        assertThat(platform.available(left)).isEqualTo(usd("0.00"));
        assertThat(platform.accounts.balance(left).held()).isEqualTo(usd("0.00"));
        assertThat(platform.available(stays)).isEqualTo(usd("5.00"));
        assertThat(platform.refunds.of(left)).hasSize(1);
    }

    @Test
    public void findsEverybodySomeAtAStep() {
        List<PersonId> all = Stream.generate(() -> withMoney("1.00")).limit(5).toList();
        accounts.left.addAll(all);
        LeftMeanwhile meanwhile =
                new LeftMeanwhile(store.jdbi(), current(accounts), platform.refunds, store.transactions(), clock, 2);

        for (int step = 0; step < 3; step++) {
            meanwhile.step();
        }
        platform.refunds.payOwed();

        assertThat(all)
                .allSatisfy(person -> assertThat(platform.available(person)).isEqualTo(usd("0.00")));
    }

    @Test
    public void looksAgainNowAndThen() {
        PersonId ann = withMoney("5.00");
        LeftMeanwhile meanwhile = started(accounts);
        meanwhile.step();
        accounts.left.add(ann);

        meanwhile.step();
        platform.refunds.payOwed();
        assertThat(platform.available(ann)).isEqualTo(usd("5.00"));

        clock.ahead = Duration.ofMinutes(11);
        meanwhile.step();
        platform.refunds.payOwed();
        assertThat(platform.available(ann)).isEqualTo(usd("0.00"));
    }

    @Test
    public void givesBackOnceForEachWhoLeft() {
        PersonId ann = withMoney("5.00");
        accounts.left.add(ann);
        store.transactions().required(() -> platform.refunds.owe(ann, Instant.now()));
        platform.refunds.payOwed();
        platform.topUp(ann, platform.card(ann, "played"), "2.00");

        started(accounts).step();

        assertThat(platform.refunds.of(ann)).hasSize(1);
        platform.refunds.payOwed();
        assertThat(platform.refunds.of(ann)).hasSize(1);
    }

    @Test
    public void waitsForRegistration() {
        PersonId ann = withMoney("5.00");
        accounts.left.add(ann);

        new LeftMeanwhile(store.jdbi(), new CurrentAccounts(), platform.refunds, store.transactions()).step();
        platform.refunds.payOwed();

        assertThat(platform.available(ann)).isEqualTo(usd("5.00"));
    }

    private LeftMeanwhile started(Accounts known) {
        return new LeftMeanwhile(store.jdbi(), current(known), platform.refunds, store.transactions(), clock, 500);
    }

    private static CurrentAccounts current(Accounts known) {
        return new CurrentAccounts(known);
    }

    private PersonId withMoney(String amount) {
        PersonId person = PersonId.random();
        platform.topUp(person, platform.card(person, "played"), amount);
        return person;
    }

    /** The time of day, moved forward by a test. */
    private static final class LaterClock extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("all times are of UTC");
        }
    }

    /** Everybody has an account; some deactivated it. */
    private static final class Departures implements Accounts {

        private final Set<PersonId> left = new HashSet<>();

        @Override
        public Optional<Status> status(PersonId person) {
            return Optional.of(left.contains(person) ? Status.DEACTIVATED : Status.ACTIVE);
        }

        @Override
        public Set<PersonId> registered(Collection<PersonId> people) {
            return Set.copyOf(people);
        }

        @Override
        public Set<PersonId> deactivated(Collection<PersonId> people) {
            return people.stream().filter(left::contains).collect(Collectors.toSet());
        }

        @Override
        public String language(PersonId person) {
            return "en";
        }

        @Override
        public boolean passwordMatches(PersonId person, String password) {
            return false;
        }
    }
}
