package com.allleads.consent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.ConsentHouse;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Two nodes on one database, each a consent of its own with a memory of its own. */
public final class RememberedConsentTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final AtomicLong nanos = new AtomicLong();
    private final PersonId ann = PersonId.random();
    private ConsentHouse here;
    private ConsentHouse there;
    private RememberedConsent memory;

    @Before
    public void nodes() {
        here = node();
        there = node();
        memory = new RememberedConsent(
                here.consent, here.purposes, here.decisions, here.underWay, STORE.jdbi(), nanos::get);
        memory.look();
    }

    @After
    public void stop() {
        memory.stop();
    }

    @Test
    public void remembersUntilItHears() {
        say(there, true);
        memory.look();
        assertThat(standing()).isTrue();

        forgetInTheDatabase();

        assertThat(standing()).as("answered from memory").isTrue();
    }

    @Test
    public void aDecisionOnThisNodeCountsAtOnce() {
        assertThat(standing()).isFalse();
        say(here, true);
        assertThat(standing()).isTrue();
        memory.look();
        assertThat(standing()).isTrue();

        say(here, false);

        assertThat(standing()).isFalse();
    }

    @Test
    public void aDecisionThatIsUnderWayIsNotRemembered() {
        STORE.transactions().required(() -> {
            say(here, true);
            assertThat(standing()).isTrue();
        });
        memory.look();
        assertThat(standing()).isTrue();

        say(here, false);
        say(here, true);
        forgetInTheDatabase();

        assertThat(standing())
                .as("read fresh, as two decisions were not heard of")
                .isFalse();
    }

    @Test
    public void aWithdrawalOnAnotherNodeIsHeardOfAtTheNextLook() {
        say(there, true);
        memory.look();
        assertThat(standing()).isTrue();

        say(there, false);
        memory.look();

        assertThat(standing()).isFalse();
    }

    @Test
    public void aWithdrawalOnAnotherNodeIsHeardOfWithinASecondByItself() {
        RememberedConsent looking =
                new RememberedConsent(here.consent, here.purposes, here.decisions, here.underWay, STORE.jdbi());
        say(there, true);
        awaitStanding(looking, true, Duration.ofSeconds(10));
        looking.standing(ann, "news");

        say(there, false);
        Instant from = Instant.now();
        awaitStanding(looking, false, Duration.ofSeconds(10));

        assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(1));
        looking.stop();
    }

    @Test
    public void readsFreshWhereItCouldNotLookForASecond() {
        say(there, true);
        memory.look();
        assertThat(standing()).isTrue();
        forgetInTheDatabase();

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(standing()).isFalse();
    }

    @Test
    public void aDecisionThatIsCommittedLateIsHeardOf() {
        say(there, true);
        say(there, true);
        say(there, true);
        memory.look();
        assertThat(standing()).isTrue();
        // The one in the middle is as if its transaction were still under way: others with greater numbers show
        // already.
        long middle = STORE.jdbi().withHandle(handle -> handle.createQuery("SELECT MAX(id) FROM consent_decision")
                .mapTo(Long.class)
                .one());
        STORE.jdbi().useHandle(handle -> handle.execute("DELETE FROM consent_decision WHERE id = ?", middle));
        say(there, true);
        RememberedConsent late = new RememberedConsent(
                here.consent, here.purposes, here.decisions, here.underWay, STORE.jdbi(), nanos::get);
        late.look();
        assertThat(late.standing(ann, "news")).isTrue();

        STORE.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE consent_decision SET granted = FALSE WHERE person = ?", ann.toString()));
        STORE.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE consent_decision SET id = ? WHERE id = (SELECT MIN(id) FROM consent_decision WHERE person = ?)",
                        middle,
                        ann.toString()));
        late.look();

        assertThat(late.standing(ann, "news")).isFalse();
        late.stop();
    }

    @Test
    public void aNewVersionOfThePolicyHoldsBackWhatWasRemembered() {
        Terms terms = new Terms();
        here.keepVersions(terms);
        memory.policy = terms;
        say(there, true);
        memory.look();
        assertThat(standing()).isTrue();

        terms.inForce = 2;
        terms.since = 2;
        memory.look();
        assertThat(standing()).isFalse();

        terms.accepted = 2;
        assertThat(standing()).as("what is held back is not remembered").isTrue();
    }

    @Test
    public void knowsNoPurposeThatIsGone() {
        say(there, true);
        memory.look();
        assertThat(standing()).isTrue();

        assertThat(memory.standing(ann, "not-installed")).isFalse();
    }

    private void awaitStanding(RememberedConsent looking, boolean expected, Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        while (looking.standing(ann, "news") != expected) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean standing() {
        return memory.standing(ann, "news");
    }

    private void say(ConsentHouse node, boolean yes) {
        Occasion occasion = Occasion.at(Occasion.CHOICES, "en").withConfirmation(true);
        node.consent.record(ann, occasion, List.of(ConsentHouse.act(ConsentHouse.NEWS, yes)));
    }

    /** What no decision does, so that an answer from memory differs from a fresh one. */
    private void forgetInTheDatabase() {
        STORE.jdbi()
                .useHandle(handle -> handle.execute("DELETE FROM consent_decision WHERE person = ?", ann.toString()));
    }

    private static ConsentHouse node() {
        return new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type));
    }

    private static final class Terms implements PolicyTerms {

        private int inForce = 1;
        private int since;
        private int accepted = 1;

        @Override
        public int inForce() {
            return inForce;
        }

        @Override
        public int since(String purpose) {
            return since;
        }

        @Override
        public Map<PersonId, Integer> accepted(Collection<PersonId> people) {
            Map<PersonId, Integer> all = new HashMap<>();
            people.forEach(person -> all.put(person, accepted));
            return all;
        }
    }
}
