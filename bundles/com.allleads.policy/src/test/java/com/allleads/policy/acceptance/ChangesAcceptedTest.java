package com.allleads.policy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.vault.UseLog.Uses;
import com.allleads.policy.PolicyHouse;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The promise policy.changes: each test breaks its mechanism, and the check finds it. */
public final class ChangesAcceptedTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final List<Uses> uses = new ArrayList<>();
    private PolicyHouse house;
    private Announcer announcer;
    private ChangesAccepted promise;
    private PersonId ann;

    @Before
    public void house() {
        house = new PolicyHouse(store);
        announcer = new Announcer(house.versions, house.publishing, house.installed, house.told, store.transactions());
        announcer.directory = house.directory;
        announcer.outbox = house.post;
        announcer.accounts = new English();
        promise = new ChangesAccepted(house.versions, house.waiting, house.acceptances, house.told, house.publishing);
        promise.directory = house.directory;
        promise.outbox = house.post;
        promise.consent = house.consent;
        promise.uses = (purpose, since) ->
                uses.stream().filter(use -> !use.first().isBefore(since)).toList();
        ann = house.directory.register(Instant.now().minusSeconds(3600));
    }

    @After
    public void stop() {
        announcer.stop();
    }

    @Test
    public void provesNothingBeforeThereIsAVersion() {
        assertThat(promise.count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void publishesTheFirstVersionOnceNothingMoreComes() {
        announcer.publishFirst();
        assertThat(house.versions.inForce()).isZero();
        house.declare(new Purpose("more", "More", "More.", LegalBasis.CHOICE));
        announcer.publishFirst();
        assertThat(house.versions.inForce()).isZero();

        announcer.publishFirst();
        announcer.publishFirst();

        assertThat(house.versions.inForce()).isEqualTo(1);
        assertThat(promise.count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(house.post.sent).isEmpty();
    }

    @Test
    public void announcesLaterVersionsToEverybodyOnce() {
        twoVersions();
        PersonId bob = house.directory.register(Instant.now().minusSeconds(60));

        announcer.announce();
        announcer.announce();

        assertThat(house.post.sent).containsOnlyKeys("policy-2-" + ann, "policy-2-" + bob);
        assertThat(house.post.sent.get("policy-2-" + ann))
                .containsEntry("version", "2")
                .containsEntry("reason", "We do more.")
                .hasEntrySatisfying(
                        "changes", changes -> assertThat(changes).contains("Your data may now also be used"));
        assertThat(house.versions.announcedAt(2)).isPresent();
        assertThat(count("peopleNotTold")).isZero();
        assertThat(count("peopleNotShown")).isEqualTo(2);
        assertThat(promise.count().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void announcesNothingToWhoeverRegisteredUnderIt() {
        twoVersions();
        house.directory.register(Instant.now().plusSeconds(1));

        announcer.announce();

        assertThat(house.post.sent).containsOnlyKeys("policy-2-" + ann);
    }

    @Test
    public void findsPeopleWhoWereNeverTold() {
        twoVersions();
        assertThat(promise.count().state()).isEqualTo(PromiseState.UNPROVEN);
        announcer.announce();
        longAgo();
        assertThat(promise.count().state()).isEqualTo(PromiseState.KEPT);

        house.post.sent.clear();

        assertThat(promise.count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(count("peopleNotTold")).isEqualTo(1);
    }

    @Test
    public void findsUsesUnderAVersionThatWasNotAccepted() {
        twoVersions();
        announcer.announce();
        longAgo();
        house.accepting.accept(ann, 2, "en");
        uses.add(new Uses(ann, Optional.of("r"), Instant.now().plusSeconds(1), 3));
        assertThat(promise.count().state()).isEqualTo(PromiseState.KEPT);

        store.jdbi().useHandle(handle -> handle.execute("DELETE FROM policy_acceptance"));

        assertThat(promise.count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(count("usesUnderUnseenVersion")).isEqualTo(3);
    }

    @Test
    public void findsUsesFromBeforeTheAcceptance() {
        twoVersions();
        longAgo();
        uses.add(new Uses(ann, Optional.of("r"), Instant.now().minusSeconds(60), 2));

        house.accepting.accept(ann, 2, "en");

        assertThat(count("usesUnderUnseenVersion")).isEqualTo(2);
    }

    @Test
    public void aDecisionUnderTheVersionAcceptsWhatItIsAbout() {
        twoVersions();
        longAgo();
        uses.add(new Uses(ann, Optional.of("r"), Instant.now(), 2));
        house.decisions.add(decision(1));
        assertThat(count("usesUnderUnseenVersion")).isEqualTo(2);

        house.decisions.clear();
        house.decisions.add(decision(2));

        assertThat(count("usesUnderUnseenVersion")).isZero();
    }

    @Test
    public void countsWhatIsInstalledAndNotPublished() {
        twoVersions();
        assertThat(count("differencesFromInstalled")).isZero();

        house.declare(new Purpose("more", "More", "More.", LegalBasis.CHOICE));

        assertThat(count("differencesFromInstalled")).isEqualTo(1);
    }

    @Test
    public void onlyWhatAVersionAddedOrChangedWaits() {
        twoVersions();
        assertThat(house.terms.since("tailoring")).isEqualTo(2);
        assertThat(house.terms.since("news")).isZero();
        assertThat(house.terms.since("account")).isZero();

        house.declare(new Purpose("account", "Account", "Worded anew.", LegalBasis.CONTRACT));
        house.declare(new Purpose("news", "News", "You may send me more news.", LegalBasis.CHOICE).reading("email"));
        house.publish("Worded anew.");

        assertThat(house.terms.since("news")).isEqualTo(3);
        assertThat(house.terms.since("tailoring")).isEqualTo(2);
        assertThat(house.terms.since("account")).isZero();
    }

    @Test
    public void readingLessWaitsForNobody() {
        house.declare(PolicyHouse.NEWS.reading("email", "name"));
        house.publish("The first one.");
        house.declare(PolicyHouse.NEWS.reading("email"));
        house.publish("Less.");
        assertThat(house.terms.since("news")).isZero();

        house.declare(PolicyHouse.NEWS.reading("email", "phone"));
        house.publish("More.");
        assertThat(house.terms.since("news")).isEqualTo(3);
    }

    @Test
    public void peopleStandUnderWhatTheyAcceptedOrRegisteredUnder() {
        twoVersions();
        PersonId bob = house.directory.register(Instant.now().plusSeconds(1));
        PersonId nobody = PersonId.random();
        assertThat(house.terms.accepted(Set.of(ann, bob, nobody)))
                .containsEntry(ann, 0)
                .containsEntry(bob, 2)
                .containsEntry(nobody, 0);

        Instant first = house.accepting.accept(ann, 2, "en").acceptedAt();

        assertThat(house.terms.accepted(Set.of(ann))).containsEntry(ann, 2);
        assertThat(house.accepting.accept(ann, 2, "en").acceptedAt()).isEqualTo(first);
        assertThat(house.accepting.due(ann)).isEmpty();
    }

    @Test
    public void nobodyAcceptsAVersionThatIsNotInForce() {
        twoVersions();

        assertThatThrownBy(() -> house.accepting.accept(ann, 1, "en")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> house.accepting.accept(ann, 3, "en")).isInstanceOf(ProblemException.class);
    }

    private void twoVersions() {
        house.publish("The first one.");
        house.declare(new Purpose("tailoring", "Tailoring", "You may guess.", LegalBasis.CHOICE));
        house.publish("We do more.");
    }

    /** Both versions were published two hours ago. */
    private void longAgo() {
        store.jdbi()
                .useHandle(handle -> handle.execute("UPDATE policy_version SET published_at = published_at - 7200000"));
        PolicyHouse again = new PolicyHouse(store);
        promise = new ChangesAccepted(again.versions, again.waiting, again.acceptances, again.told, house.publishing);
        promise.directory = house.directory;
        promise.outbox = house.post;
        promise.consent = house.consent;
        promise.uses = (purpose, since) ->
                uses.stream().filter(use -> !use.first().isBefore(since)).toList();
        again.terms.accounts = house.directory;
        ann = reRegistered();
    }

    /** Before the versions were published. */
    private PersonId reRegistered() {
        house.directory.move(ann, Instant.now().minusSeconds(20_000));
        return ann;
    }

    private Decision decision(int version) {
        return new Decision(
                "r",
                ann,
                "tailoring",
                true,
                "sha-256:0",
                Occasion.at(Occasion.CHOICES, "en"),
                Instant.now(),
                Optional.empty(),
                version,
                Optional.empty());
    }

    private long count(String name) {
        Evidence evidence = promise.count();
        return evidence.counts().get(name);
    }

    /** Everybody reads English. */
    private static final class English implements Accounts {

        @Override
        public Optional<Status> status(PersonId person) {
            return Optional.of(Status.ACTIVE);
        }

        @Override
        public Set<PersonId> registered(Collection<PersonId> people) {
            return Set.copyOf(people);
        }

        @Override
        public Set<PersonId> deactivated(Collection<PersonId> people) {
            return Set.of();
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
