package com.allleads.consent.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.secret.SecretFile;
import com.allleads.consent.ConsentHouse;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.store.testing.StoreRule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ReceiptsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private static final PartyDeclaration RELAY = new PartyDeclaration(
            "relay",
            "Relay, Inc.",
            true,
            Set.of(PartyField.EMAIL, PartyField.MESSAGE_TEXT),
            "For a day.",
            Set.of(PartyUse.CARRY_OUT),
            URI.create("https://relay.example/privacy"),
            List.of());

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final PersonId person = PersonId.random();
    private ConsentHouse house;

    @Before
    public void house() {
        SecretFile file = SecretFile.below(folder.getRoot().toPath(), SiteSigner.KEY_FILE);
        house = new ConsentHouse(STORE, new SiteSigner(file, "The Site"));
    }

    @Test
    public void saysWhatWasDecidedAndWhatWasShown() {
        Choice choice = decide();

        Signed receipt =
                house.receipts.of(person, choice.receipt().orElseThrow()).orElseThrow();

        assertThat(receipt.statement().keySet())
                .startsWith(
                        "issuer", "id", "person", "purpose", "granted", "textDigest", "point", "language", "decidedAt");
        assertThat(receipt.statement())
                .containsEntry("person", person.toString())
                .containsEntry("granted", true)
                .containsEntry("textDigest", ConsentHouse.digest(ConsentHouse.NEWS))
                .containsEntry("decidedAt", choice.decidedAt().orElseThrow().toString());
        assertThat(house.consent.receipt(person, choice.receipt().orElseThrow()))
                .contains(receipt.jws());
    }

    @Test
    public void hasTheStructureOfTheStandardWithTermsOfTheVocabulary() {
        house.declare(4, ConsentHouse.OFFERS.of("DirectMarketing").reading("email", "name"));
        house.terms.parties = () -> List.of(new OutsideParties.InstalledParty("email", RELAY));

        Map<String, Object> receipt = receipt(decide(ConsentHouse.OFFERS, true));

        assertThat(receipt)
                .containsEntry("schema_version", "ISO/IEC TS 27560:2023")
                .containsEntry("pii_principal_id", person.toString())
                .containsEntry("record_id", receipt.get("id"))
                .containsEntry("consent_status", "https://w3id.org/dpv#ConsentGiven");
        assertThat(receipt.get("privacy_notice"))
                .isEqualTo(Map.of(
                        "text",
                        ConsentHouse.OFFERS.text(),
                        "digest",
                        ConsentHouse.digest(ConsentHouse.OFFERS),
                        "language",
                        "en",
                        "policy_version",
                        0));
        assertThat(receipt.get("party_identification").toString())
                .contains("party_role=https://w3id.org/dpv#DataController", "party_name=AllLeads");
        assertThat(receipt.get("pii_processing").toString())
                .contains(
                        "purpose_type=https://w3id.org/dpv#DirectMarketing",
                        "lawful_basis=https://w3id.org/dpv#Consent",
                        "{pii_attribute_id=email, pii_type=https://w3id.org/dpv/pd#EmailAddress}",
                        "{pii_attribute_id=name, pii_type=https://w3id.org/dpv/pd#Name}",
                        "party_name=Relay, Inc.",
                        "jurisdiction=US-CA",
                        "withdrawal_method=");
    }

    @Test
    public void tellsARefusalFromAYesThatWasTakenBack() {
        Map<String, Object> refused = receipt(decide(ConsentHouse.NEWS, false));
        decide(ConsentHouse.NEWS, true);
        Map<String, Object> takenBack = receipt(decide(ConsentHouse.NEWS, false));

        assertThat(refused).containsEntry("consent_status", "https://w3id.org/dpv#ConsentRefused");
        assertThat(takenBack).containsEntry("consent_status", "https://w3id.org/dpv#ConsentWithdrawn");
        assertThat((List<?>) takenBack.get("events")).hasSize(3);
        assertThat((List<?>) refused.get("events")).hasSize(1);
    }

    @Test
    public void saysForGoodWhatHeldThen() {
        Choice choice = decide(ConsentHouse.NEWS, true);
        Map<String, Object> before = receipt(choice);

        house.terms.parties = () -> List.of(new OutsideParties.InstalledParty("email", RELAY));
        decide(ConsentHouse.NEWS, false);

        assertThat(receipt(choice)).isEqualTo(before);
    }

    @Test
    public void saysNoMoreThanWasKeptOfDecisionsFromBefore() {
        Choice choice = decide();
        STORE.jdbi().useHandle(handle -> handle.execute("UPDATE consent_decision SET terms_digest = NULL"));

        assertThat(receipt(choice).keySet())
                .containsExactly(
                        "issuer", "id", "person", "purpose", "granted", "textDigest", "point", "language", "decidedAt");
    }

    @Test
    public void aYesThatExpiresEndsByItself() {
        house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type), Map.of("validity_months", 6));
        Choice choice = decide(ConsentHouse.NEWS, true);

        assertThat(receipt(choice)).containsKey("validUntil");
        assertThat(house.consent.allows(person, "news")).isTrue();

        STORE.jdbi().useHandle(handle -> handle.execute("UPDATE consent_decision SET valid_until = 1"));

        assertThat(house.consent.allows(person, "news")).isFalse();
        assertThat(house.consent.allowing(List.of(person), "news")).isEmpty();
    }

    @Test
    public void givesNobodyTheReceiptOfAnother() {
        String receipt = decide().receipt().orElseThrow();

        assertThat(house.receipts.of(PersonId.random(), receipt)).isEmpty();
        assertThat(house.receipts.of(person, "x".repeat(500))).isEmpty();
    }

    private Choice decide() {
        return decide(ConsentHouse.NEWS, true);
    }

    private Map<String, Object> receipt(Choice choice) {
        return house.receipts
                .of(person, choice.receipt().orElseThrow())
                .orElseThrow()
                .statement();
    }

    private Choice decide(Purpose purpose, boolean granted) {
        Act act = ConsentHouse.act(purpose, granted);
        return house.consent
                .record(person, Occasion.at("registration", "en"), List.of(act))
                .get(0);
    }
}
