package com.allleads.consent;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.act;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.store.testing.StoreRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** What a newer version of the policy added or changed waits for each person. */
public final class VersionHoldTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final ConsentHouse house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type));
    private final Versions policy = new Versions();
    private final PersonId ann = PersonId.random();
    private final PersonId bob = PersonId.random();

    @Before
    public void agreed() {
        house.keepVersions(policy);
        say(ann);
        say(bob);
        policy.inForce = 2;
        policy.changed.put("news", 2);
    }

    @Test
    public void aDecisionCarriesTheVersionThatWasInForce() {
        say(bob);

        assertThat(house.decisions.all(bob)).extracting(Decision::policyVersion).containsExactly(1, 2);
    }

    @Test
    public void aYesFromBeforeTheChangeDoesNotCount() {
        assertThat(house.consent.allows(ann, "news")).isFalse();
        assertThat(house.consent.ground(ann, "news")).isEmpty();
        assertThat(house.consent.allowing(List.of(ann, bob), "news")).isEmpty();
    }

    @Test
    public void itCountsAgainOnceThePersonAcceptedTheVersion() {
        policy.accepted.put(ann, 2);

        assertThat(house.consent.allows(ann, "news")).isTrue();
        assertThat(house.consent.allowing(List.of(ann, bob), "news")).isEqualTo(Set.of(ann));
    }

    @Test
    public void aYesSinceTheChangeCounts() {
        say(bob);

        assertThat(house.consent.allows(bob, "news")).isTrue();
        assertThat(house.consent.allowing(List.of(ann, bob), "news")).isEqualTo(Set.of(bob));
    }

    @Test
    public void whatRunsTheSiteGoesOn() {
        policy.changed.put("account", 2);

        assertThat(house.consent.allows(ann, "account")).isTrue();
        assertThat(house.consent.allowing(List.of(ann, bob), "account")).isEqualTo(Set.of(ann, bob));
    }

    @Test
    public void anyOtherUseWithoutAChoiceWaitsToo() {
        house.declare(7, new Purpose("research", "Research", "To learn.", LegalBasis.CONTRACT));
        policy.changed.put("research", 2);
        policy.accepted.put(bob, 2);

        assertThat(house.consent.allows(ann, "research")).isFalse();
        assertThat(house.consent.allowing(List.of(ann, bob), "research")).isEqualTo(Set.of(bob));
    }

    @Test
    public void withoutAnybodyWhoKeepsVersionsDecisionsAloneCount() {
        house.keepVersions(null);

        assertThat(house.consent.allows(ann, "news")).isTrue();
    }

    private void say(PersonId person) {
        house.consent.record(person, Occasion.at(Occasion.CHOICES, "en"), List.of(act(NEWS, true)));
    }

    private static final class Versions implements PolicyTerms {

        private int inForce = 1;
        private final Map<String, Integer> changed = new HashMap<>();
        private final Map<PersonId, Integer> accepted = new HashMap<>();

        @Override
        public int inForce() {
            return inForce;
        }

        @Override
        public int since(String purpose) {
            return changed.getOrDefault(purpose, 0);
        }

        @Override
        public Map<PersonId, Integer> accepted(Collection<PersonId> people) {
            Map<PersonId, Integer> all = new HashMap<>();
            people.forEach(person -> all.put(person, accepted.getOrDefault(person, 1)));
            return all;
        }
    }
}
