package com.allleads.consent.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.ConsentHouse;
import com.allleads.consent.KnownPoints;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public final class ConsentPromisesTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private ConsentHouse house;

    @Before
    public void house() {
        house = new ConsentHouse(store, (type, statement) -> new Signed(statement, type));
        decide(true);
        decide(true);
        decide(false);
    }

    @Test
    public void countsAgreements() {
        Evidence evidence = optIn();

        assertThat(evidence.state()).isEqualTo(PromiseState.KEPT);
        assertThat(evidence.counts()).containsEntry("grantsWithoutAct", 0L).containsEntry("grants", 2L);
    }

    @Test
    public void findsAgreementsToATextThatWasNeverShown() {
        tamper("UPDATE consent_decision SET text_digest = 'sha-256:0' WHERE granted = TRUE");

        assertThat(optIn().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(optIn().counts()).containsEntry("grantsWithoutAct", 2L);
    }

    @Test
    public void findsTextsThatWereRewrittenAfterwards() {
        tamper("UPDATE consent_text SET wording = 'You may sell everything.'");

        assertThat(optIn().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void findsAgreementsMadeNowhere() {
        tamper("UPDATE consent_decision SET point = '' WHERE id = (SELECT MIN(id) FROM consent_decision)");

        assertThat(optIn().counts()).containsEntry("grantsWithoutAct", 1L);
    }

    @Test
    public void noAgreementOutlivesTheSignal() {
        PersonId ann = PersonId.random();
        house.declare(4, ConsentHouse.OFFERS);
        offers(ann, false, false);
        house.consent.signalled(ann);
        offers(ann, true, true);
        house.consent.signalled(ann);

        assertThat(signal().state()).isEqualTo(PromiseState.KEPT);
        assertThat(signal().counts()).containsEntry("peopleWithSignal", 1L).containsEntry("decisionsUnderSignal", 2L);
        assertThat(house.consent.allows(ann, "offers")).isTrue();
    }

    @Test
    public void findsAgreementsRecordedAgainstTheSignal() {
        house.declare(4, ConsentHouse.OFFERS);
        offers(PersonId.random(), false, false);
        assertThat(signal().state()).isEqualTo(PromiseState.KEPT);

        tamper("UPDATE consent_decision SET signal_on = TRUE WHERE purpose = 'offers'");

        assertThat(signal().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(signal().counts()).containsEntry("agreementsAgainstSignal", 1L);
    }

    @Test
    public void findsAgreementsThatOutlivedTheSignal() {
        PersonId ann = PersonId.random();
        house.declare(4, ConsentHouse.OFFERS);
        offers(ann, false, false);
        house.consent.signalled(ann);
        assertThat(signal().state()).isEqualTo(PromiseState.KEPT);

        tamper("DELETE FROM consent_decision WHERE purpose = 'offers' AND granted = FALSE");
        tamper("UPDATE consent_decision SET decided_at = decided_at - 1000");

        assertThat(signal().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(signal().counts()).containsEntry("agreementsThatOutlivedSignal", 1L);
    }

    @Test
    public void everyUseBeyondTheSiteCanBeDeclined() {
        assertThat(optOut().state()).isEqualTo(PromiseState.KEPT);
        assertThat(optOut().counts()).containsEntry("collectionPoints", 1L);
    }

    @Test
    public void findsUsesThatAreImposed() {
        house.declare(7, new Purpose("third-party-offers", "Offers", "Offers.", LegalBasis.CONTRACT));

        assertThat(optOut().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(optOut().counts()).containsEntry("imposedUses", 1L).containsEntry("pointsWithoutChoice", 1L);
    }

    @Test
    public void findsFormsThatOfferWhatCannotBeDeclined() {
        house.install(1, ConsentHouse.form("contact", "account"));

        assertThat(optOut().counts()).containsEntry("pointsWithoutChoice", 1L);
        assertThat(optOut().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void provesNothingWithoutCollectionPoints() {
        assertThat(new OfferedChoices(house.consent, new KnownPoints()).count().state())
                .isEqualTo(PromiseState.UNPROVEN);
    }

    private Evidence optIn() {
        return new ActedDecisions(house.decisions, house.texts).count();
    }

    private Evidence signal() {
        return new HonouredSignal(house.purposes, house.decisions, house.sightings).count();
    }

    private void offers(PersonId person, boolean signal, boolean confirmed) {
        Occasion occasion =
                Occasion.at(Occasion.CHOICES, "en").withSignal(signal).withConfirmation(confirmed);
        house.consent.record(person, occasion, List.of(ConsentHouse.act(ConsentHouse.OFFERS, true)));
    }

    private Evidence optOut() {
        return new OfferedChoices(house.consent, house.points).count();
    }

    private void decide(boolean granted) {
        Act act = new Act("news", granted, ConsentHouse.digest(ConsentHouse.NEWS));
        house.consent.record(PersonId.random(), Occasion.at("registration", "en"), List.of(act));
    }

    private void tamper(String sql) {
        store.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
