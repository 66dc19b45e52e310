package com.allleads.consent.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.LegalBasis;
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

    private Evidence optOut() {
        return new OfferedChoices(house.consent, house.points).count();
    }

    private void decide(boolean granted) {
        Act act = new Act("news", granted, ConsentHouse.digest(ConsentHouse.NEWS));
        house.consent.record(PersonId.random(), "registration", "en", List.of(act));
    }

    private void tamper(String sql) {
        store.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
