package com.allleads.consent.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.secret.SecretFile;
import com.allleads.consent.ConsentHouse;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ReceiptsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

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
                .containsExactly(
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
    public void givesNobodyTheReceiptOfAnother() {
        String receipt = decide().receipt().orElseThrow();

        assertThat(house.receipts.of(PersonId.random(), receipt)).isEmpty();
        assertThat(house.receipts.of(person, "x".repeat(500))).isEmpty();
    }

    private Choice decide() {
        Act act = new Act("news", true, ConsentHouse.digest(ConsentHouse.NEWS));
        return house.consent
                .record(person, Occasion.at("registration", "en"), List.of(act))
                .get(0);
    }
}
