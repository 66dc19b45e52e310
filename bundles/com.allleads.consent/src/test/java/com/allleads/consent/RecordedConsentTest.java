package com.allleads.consent;

import static com.allleads.consent.ConsentHouse.ACCOUNT;
import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.OFFERS;
import static com.allleads.consent.ConsentHouse.SURVEYS;
import static com.allleads.consent.ConsentHouse.act;
import static com.allleads.consent.ConsentHouse.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Ground;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Objection;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice.OfferedPurpose;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.ClassRule;
import org.junit.Test;
import org.osgi.framework.ServiceReference;

public final class RecordedConsentTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private static final Occasion FORM = Occasion.at("registration", "en");
    private static final Occasion CHOICES = Occasion.at(Occasion.CHOICES, "en");
    private static final Act YES = new Act("news", true, digest(NEWS));
    private static final Act NO = new Act("news", false, digest(NEWS));

    private final ConsentHouse house =
            new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type + statement));
    private final RecordedConsent consent = house.consent;
    private final PersonId person = PersonId.random();

    @Test
    public void listsChoicesLast() {
        assertThat(consent.purposes()).containsExactly(ACCOUNT, NEWS, SURVEYS);
    }

    @Test
    public void refusesWhatNobodyDecided() {
        assertThat(consent.allows(person, "news")).isFalse();
        assertThat(consent.ground(person, "news")).isEmpty();
    }

    @Test
    public void allowsWhatTheContractNeeds() {
        assertThat(consent.ground(person, "account")).contains(new Ground(LegalBasis.CONTRACT, Optional.empty()));
    }

    @Test
    public void refusesPurposesThatNobodyDeclares() {
        assertThat(consent.allows(person, "unheard-of")).isFalse();
        assertThat(consent.allowing(Set.of(person), "unheard-of")).isEmpty();
    }

    @Test
    public void allowsOnTheReceiptOfTheLatestGrant() {
        List<Choice> first = consent.record(person, FORM, List.of(YES));

        assertThat(consent.ground(person, "news"))
                .contains(new Ground(LegalBasis.CHOICE, first.get(0).receipt()));
    }

    @Test
    public void lastDecisionCounts() {
        consent.record(person, FORM, List.of(YES));
        consent.record(person, CHOICES, List.of(NO));
        assertThat(consent.allows(person, "news")).isFalse();

        consent.record(person, CHOICES.withConfirmation(true), List.of(YES));
        assertThat(consent.allows(person, "news")).isTrue();
    }

    @Test
    public void takesAYesAfterAnOptOutForANoUntilItIsConfirmed() {
        consent.record(person, CHOICES, List.of(NO));

        assertThat(consent.record(person, CHOICES, List.of(YES))).noneMatch(Choice::granted);
        assertThat(consent.record(person, CHOICES.withConfirmation(true), List.of(YES)))
                .allMatch(Choice::granted);
    }

    @Test
    public void needsNoSecondStepAfterABoxThatWasNeverTicked() {
        consent.record(person, FORM, List.of(NO));
        assertThat(house.secondStep.isNeeded(person, "news", false)).isFalse();

        consent.record(person, CHOICES, List.of(YES));
        assertThat(consent.allows(person, "news")).isTrue();
    }

    @Test
    public void takesAYesOnAFormForANoWhereTheSignalSpeaksAgainstIt() {
        house.declare(4, OFFERS);

        consent.record(person, FORM.withSignal(true), List.of(YES, act(OFFERS, true)));

        assertThat(consent.allows(person, "news")).isTrue();
        assertThat(consent.allows(person, "offers")).isFalse();
    }

    @Test
    public void refusesAGrantedPurposeOnceItsCapabilityIsGone() {
        ServiceReference<PurposeSource> source =
                house.declare(5, new Purpose("offers", "Offers", "Offers.", LegalBasis.CHOICE));
        Act act = new Act(
                "offers",
                true,
                consent.purpose("offers").map(ConsentHouse::digest).orElseThrow());
        consent.record(person, CHOICES, List.of(act));
        assertThat(consent.allows(person, "offers")).isTrue();

        house.withdraw(source);

        assertThat(consent.allows(person, "offers")).isFalse();
        assertThat(consent.allowing(Set.of(person), "offers")).isEmpty();
    }

    @Test
    public void answersForManyPeopleAtOnce() {
        List<PersonId> people = new ArrayList<>();
        Set<PersonId> expected = new HashSet<>();
        for (int i = 0; i < 1_100; i++) {
            PersonId one = PersonId.random();
            people.add(one);
            if (i % 3 != 0) {
                consent.record(one, FORM, List.of(YES));
                expected.add(one);
            }
            if (i % 5 == 1) {
                consent.record(one, CHOICES, List.of(NO));
                expected.remove(one);
            }
        }

        assertThat(consent.allowing(people, "news")).isEqualTo(expected);
        assertThat(consent.allowing(people, "account")).isEqualTo(Set.copyOf(people));
    }

    @Test
    public void namesWhatIsWrongWithEachAct() {
        assertThat(consent.check(List.of(
                        new Act("unheard-of", true, "sha-256:00"),
                        new Act("account", false, digest(ACCOUNT)),
                        new Act("news", true, "sha-256:00"),
                        YES,
                        new Act("surveys", true, digest(SURVEYS)),
                        new Act(null, true, null))))
                .extracting(Objection::index, Objection::field, Objection::message)
                .containsExactly(
                        tuple(0, "purpose", "is not a purpose of this site"),
                        tuple(1, "purpose", "is not a choice"),
                        tuple(2, "textDigest", "is not the digest of the text now shown"),
                        tuple(3, "purpose", "is decided twice"),
                        tuple(5, "purpose", "is not a purpose of this site"));
    }

    @Test
    public void recordsNothingWhereOneActIsWrong() {
        Act stale = new Act("surveys", true, "sha-256:00");

        assertThatThrownBy(() -> consent.record(person, FORM, List.of(YES, stale)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(house.decisions.all(person)).isEmpty();
    }

    @Test
    public void recordsNothingAtAPlaceThatIsNotInstalled() {
        assertThatThrownBy(() -> consent.record(person, Occasion.at("nowhere", "en"), List.of(YES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void forgetsDecisionsOfATransactionThatRolledBack() {
        assertThatThrownBy(() -> STORE.transactions().required(() -> {
                    consent.record(person, FORM, List.of(YES));
                    throw new IllegalStateException("the caller failed");
                }))
                .hasMessage("the caller failed");

        assertThat(consent.allows(person, "news")).isFalse();
    }

    @Test
    public void tellsWhereAPersonStandsOnEveryChoice() {
        Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
        consent.record(person, FORM, List.of(YES));

        List<Choice> choices = consent.choices(person);

        assertThat(choices).extracting(Choice::purpose).containsExactly("news", "surveys");
        assertThat(choices.get(0).granted()).isTrue();
        assertThat(choices.get(0).decidedAt())
                .hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(before));
        assertThat(choices.get(1)).isEqualTo(new Choice("surveys", false, Optional.empty(), Optional.empty()));
    }

    @Test
    public void keepsEveryDecisionWithTheTimeItWasChanged() {
        String yes = consent.record(person, FORM, List.of(YES)).get(0).receipt().orElseThrow();
        String no =
                consent.record(person, CHOICES, List.of(NO)).get(0).receipt().orElseThrow();

        List<Decision> decisions = consent.decisions(List.of(yes, no, "unknown"));

        assertThat(decisions).extracting(Decision::receipt).containsExactlyInAnyOrder(yes, no);
        Decision first =
                decisions.stream().filter(Decision::granted).findFirst().orElseThrow();
        assertThat(first.person()).isEqualTo(person);
        assertThat(first.occasion().point()).isEqualTo("registration");
        assertThat(first.changedAt()).isPresent();
    }

    @Test
    public void offersOnlyWhatCanBeChosen() {
        assertThat(consent.point("registration").orElseThrow().purposes())
                .containsExactly(
                        new OfferedPurpose("news", NEWS.title(), NEWS.text(), digest(NEWS), false),
                        new OfferedPurpose("surveys", SURVEYS.title(), SURVEYS.text(), digest(SURVEYS), false));
        assertThat(consent.point("nowhere")).isEmpty();
    }

    @Test
    public void keepsTheWordsAfterTheyChanged() {
        String old = digest(NEWS);
        house.declare(9, new Purpose("news", "News", "Other words.", LegalBasis.CHOICE));

        assertThat(consent.purpose("news").orElseThrow().text()).isEqualTo("Other words.");
        assertThat(consent.text(old)).contains(NEWS.text());
        assertThat(consent.check(List.of(YES))).hasSize(1);
    }

    @Test
    public void answersWhileAnotherPersonsTransactionIsOpen() {
        PersonId other = PersonId.random();
        consent.record(person, FORM, List.of(YES));

        STORE.transactions().required(() -> {
            consent.record(other, FORM, List.of(YES));
            Thread reader = new Thread(() -> consent.allows(person, "news"));
            reader.start();
            join(reader);
            assertThat(reader.isAlive()).isFalse();
        });
    }

    @Test
    public void showsAPersonEverythingThatIsHeld() {
        consent.record(person, FORM, List.of(YES));

        Map<String, Object> held =
                new DecisionsOfPerson(house.decisions, house.texts, house.sightings).heldAbout(person);

        assertThat(held.get("decisions"))
                .asInstanceOf(list(Map.class))
                .singleElement()
                .satisfies(decision -> assertThat(decision.get("text")).isEqualTo(NEWS.text()));
    }

    private static void join(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
