package com.allleads.vault.uses;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.proof.ChainSource.Head;
import com.allleads.api.proof.SignedHeads.Comparison;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.promises.UnbrokenRecord;
import com.allleads.vault.uses.ChainVerification.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class ChainVerificationTest {

    private static final int USES = 100;

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private PersonId person;

    @Before
    public void use() {
        HOUSE.clear();
        person = HOUSE.enrol();
        for (int i = 0; i < USES; i++) {
            reveal();
        }
    }

    @Test
    public void findsARecordThatIsWhole() {
        Report report = HOUSE.verification.verify();

        assertThat(report.breaks()).isZero();
        assertThat(report.firstBreak()).isEmpty();
        assertThat(report.uses()).isEqualTo(USES);
        assertThat(report.chains()).isEqualTo(1);
    }

    @Test
    public void goesOnWithItsChainAfterARestart() {
        HOUSE.restart();
        reveal();

        assertThat(HOUSE.verification.verify()).isEqualTo(report(USES + 1));
    }

    @Test
    public void twoNodesWriteTwoChains() {
        UseRecorder other = new UseRecorder(HOUSE.data.groupCommit(), "other-node");
        other.record(
                person,
                Set.of(Field.NAME),
                Purpose.ACCOUNT,
                HOUSE.consent.ground(person, Purpose.ACCOUNT).orElseThrow(),
                Recipient.THE_PERSON);
        other.stop();

        Report report = HOUSE.verification.verify();
        assertThat(report.chains()).isEqualTo(2);
        assertThat(report.uses()).isEqualTo(USES + 1);
        assertThat(report.breaks()).isZero();
    }

    @Test
    public void findsEveryChangedColumn() {
        List<String> changes = List.of("person = 'nobody'", "used_at = used_at + 1", "receipt = 'made-up'");
        for (int i = 0; i < changes.size(); i++) {
            HOUSE.tamper("UPDATE vault_use SET " + changes.get(i) + " WHERE batch = " + (i + 1));

            assertThat(HOUSE.verification.verify().breaks()).as(changes.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    public void findsOtherTerms() {
        Map<String, String> changes = Map.of(
                "fields", "phone",
                "purpose", "news",
                "basis", "CHOICE",
                "recipient_kind", "OUTSIDE",
                "recipient_name", "somebody else");
        int breaks = 0;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            breaks++;
            HOUSE.tamperTerms(change.getKey(), change.getValue(), "batch = ?", breaks);

            assertThat(HOUSE.verification.verify().breaks()).as(change.getKey()).isEqualTo(breaks);
        }
    }

    @Test
    public void findsTermsThatWereChangedForAllOfTheirUses() {
        HOUSE.tamper("UPDATE vault_use_terms SET purpose = 'news'");

        assertThat(HOUSE.verification.verify().breaks()).isEqualTo(USES);
    }

    @Test
    public void findsTermsThatAreGone() {
        HOUSE.tamper("DELETE FROM vault_use_terms");

        assertThat(HOUSE.verification.verify().breaks()).isEqualTo(USES);
    }

    @Test
    public void findsAUseThatStandsThereTwice() {
        HOUSE.tamper("INSERT INTO vault_use SELECT * FROM vault_use WHERE batch = 7");

        assertBroken("batch 7");
    }

    @Test
    public void findsADeletedUse() {
        HOUSE.tamper("DELETE FROM vault_use WHERE batch = 7");

        assertBroken("batch 7");
    }

    @Test
    public void findsAnAddedUse() {
        HOUSE.tamper("INSERT INTO vault_use (chain, batch, place, person, used_at, terms)"
                + " SELECT chain, batch, 99, person, used_at, terms FROM vault_use WHERE batch = 7");

        assertBroken("batch 7");
    }

    @Test
    public void findsUsesOutsideOfAnyBatch() {
        HOUSE.tamper("UPDATE vault_use SET batch = 1000000 WHERE batch = " + USES);

        assertThat(HOUSE.verification.verify().breaks()).isEqualTo(2);
    }

    @Test
    public void findsADeletedBatch() {
        HOUSE.tamper("DELETE FROM vault_use WHERE batch = 7");
        HOUSE.tamper("DELETE FROM vault_use_batch WHERE batch = 7");

        assertThat(HOUSE.verification.verify().breaks()).isPositive();
    }

    @Test
    public void findsARecordThatWasCutShort() {
        HOUSE.tamper("DELETE FROM vault_use WHERE batch > 90");
        HOUSE.tamper("DELETE FROM vault_use_batch WHERE batch > 90");
        HOUSE.tamper("UPDATE vault_use_chain SET batches = 90");

        assertBroken("its end");
    }

    @Test
    public void aChainThatWasCutTogetherWithItsHeadIsFoundByItsSignedHead() {
        UseChains chains = new UseChains(HOUSE.data.jdbi());
        Head signed = chains.heads().get(0);
        HOUSE.verification.signed = source -> new Comparison(
                1,
                Optional.of(Instant.EPOCH),
                source.hash(signed.chain(), signed.links())
                        .filter(signed.hash()::equals)
                        .map(found -> List.<String>of())
                        .orElse(List.of("link " + signed.links() + " is missed")));
        assertThat(HOUSE.verification.verify().breaks()).isZero();
        assertThat(HOUSE.verification.verify().signedAt()).contains(Instant.EPOCH);

        HOUSE.tamper("DELETE FROM vault_use WHERE batch = " + USES);
        HOUSE.tamper("DELETE FROM vault_use_batch WHERE batch = " + USES);
        HOUSE.tamper("UPDATE vault_use_chain SET batches = batches - 1, head = (SELECT hash FROM vault_use_batch"
                + " WHERE batch = " + (USES - 1) + ")");

        assertBroken("link " + USES);
        assertThat(new UnbrokenRecord(HOUSE.verification).count().state()).isEqualTo(PromiseState.BROKEN);
        HOUSE.verification.signed = null;
        assertThat(HOUSE.verification.verify().breaks())
                .as("by itself it looks whole")
                .isZero();
    }

    @Test
    public void isWholeWhileUsesAreWritten() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!enough.get()) {
                reveal();
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(HOUSE.verification.verify().firstBreak()).isEmpty();
            }
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    private void reveal() {
        HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON);
    }

    private void assertBroken(String where) {
        assertThat(HOUSE.verification.verify().breaks()).isEqualTo(1);
        assertThat(HOUSE.verification.verify().firstBreak().orElseThrow()).contains(where);
    }

    private static Report report(long uses) {
        return new Report(1, uses, uses, 0, Optional.empty(), Optional.empty());
    }
}
