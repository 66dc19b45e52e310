package com.allleads.vault.uses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Ground;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;

/** Where a writer remembers its chain to end must not matter once it ends elsewhere. */
public class UseBatchTest {

    private static final String NODE = "node";

    @Rule
    public final StoreRule store;

    private final UseBatch batch = new UseBatch(NODE);
    private final UseBatch underTheSameName = new UseBatch(NODE);

    public UseBatchTest() {
        this(new StoreRule("db/changelog.xml"));
    }

    UseBatchTest(StoreRule store) {
        this.store = store;
    }

    @Test
    public void batchesOfOneWriterAreOneChain() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            write(batch, i, true);
        }

        assertThat(whole()).isEqualTo(15);
    }

    @Test
    public void twoThatWriteUnderOneNameTakeTurns() throws SQLException {
        for (int i = 0; i < 4; i++) {
            write(batch, 2, true);
            write(batch, 1, true);
            write(underTheSameName, 3, true);
        }

        assertThat(whole()).isEqualTo(24);
    }

    @Test
    public void goesOnAfterABatchThatWasTakenBack() throws SQLException {
        write(batch, 1, true);
        write(batch, 2, false);
        write(batch, 3, true);
        write(batch, 4, true);

        assertThat(whole()).isEqualTo(8);
    }

    @Test
    public void goesOnAfterABatchOfNothing() throws SQLException {
        write(batch, 1, true);
        write(batch, 0, true);
        write(batch, 2, true);

        assertThat(whole()).isEqualTo(3);
    }

    @Test
    public void termsThatWereTakenBackWithTheirBatchAreWrittenAgain() throws SQLException {
        write(batch, uses(1, Purpose.ACCOUNT), true);
        write(batch, uses(2, Purpose.BILLING), false);
        write(batch, uses(3, Purpose.BILLING), true);
        write(batch, uses(4, Purpose.BILLING), true);

        assertThat(whole()).isEqualTo(8);
    }

    @Test
    public void termsOfABatchThatFailedAreWrittenAgain() throws SQLException {
        write(batch, uses(1, Purpose.ACCOUNT), true);
        List<NewUse> failing = new ArrayList<>(uses(1, Purpose.BILLING));
        failing.add(use(Purpose.BILLING, Optional.of("a receipt that is longer than a receipt can be")));
        assertThatThrownBy(() -> write(batch, failing, false)).isInstanceOf(SQLException.class);
        write(batch, uses(3, Purpose.BILLING), true);

        assertThat(whole()).isEqualTo(4);
    }

    @Test
    public void knowsNoTermsFromBeforeABackupWasRestored() throws SQLException {
        write(batch, uses(1, Purpose.ACCOUNT), true);
        write(batch, uses(1, Purpose.BILLING), true);
        store.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM vault_use WHERE batch = 2");
            handle.execute("DELETE FROM vault_use_batch WHERE batch = 2");
            handle.execute("DELETE FROM vault_use_terms WHERE purpose = ?", Purpose.BILLING);
            handle.execute("UPDATE vault_use_chain SET batches = 1, head = (SELECT hash FROM vault_use_batch)");
        });
        write(batch, uses(1, Purpose.BILLING), true);

        assertThat(whole()).isEqualTo(2);
    }

    @Test
    public void writesTermsOnce() throws SQLException {
        write(batch, uses(3, Purpose.ACCOUNT), true);
        write(batch, uses(3, Purpose.BILLING), true);
        write(underTheSameName, uses(3, Purpose.ACCOUNT), true);
        write(batch, uses(3, Purpose.ACCOUNT), true);

        List<String> purposes = store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT purpose FROM vault_use_terms ORDER BY purpose")
                        .mapTo(String.class)
                        .list());
        assertThat(purposes).containsExactly(Purpose.ACCOUNT, Purpose.BILLING);
    }

    @Test
    public void usesThatChangePlacesAreNoticed() throws SQLException {
        write(batch, 2, true);
        store.jdbi().useHandle(handle -> handle.execute("UPDATE vault_use SET place = 1 - place"));

        assertThat(verify().breaks()).isEqualTo(1);
    }

    private void write(UseBatch writer, int uses, boolean committed) throws SQLException {
        write(writer, uses(uses, Purpose.ACCOUNT), committed);
    }

    private void write(UseBatch writer, List<NewUse> uses, boolean committed) throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                writer.write(connection, uses);
                if (committed) {
                    connection.commit();
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<NewUse> uses(int count, String purpose) {
        return IntStream.range(0, count)
                .mapToObj(each -> use(purpose, Optional.empty()))
                .toList();
    }

    private static NewUse use(String purpose, Optional<String> receipt) {
        return new NewUse.Known(RecordedUse.of(
                PersonId.random(),
                Instant.now(),
                Set.of(Field.NAME),
                purpose,
                new Ground(LegalBasis.CONTRACT, receipt),
                Recipient.platform("test")));
    }

    /** How many uses there are, in chains without a break. */
    private long whole() {
        ChainVerification.Report report = verify();
        assertThat(report.firstBreak()).isEmpty();
        return report.uses();
    }

    private ChainVerification.Report verify() {
        return new ChainVerification(store.jdbi(), new UseChains(store.jdbi())).verify();
    }
}
