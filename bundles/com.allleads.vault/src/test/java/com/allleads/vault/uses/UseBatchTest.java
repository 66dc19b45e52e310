package com.allleads.vault.uses;

import static org.assertj.core.api.Assertions.assertThat;

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

    private void write(UseBatch writer, int uses, boolean committed) throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            writer.write(connection, uses(uses));
            if (committed) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private static List<NewUse> uses(int count) {
        List<NewUse> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uses.add(new NewUse.Known(RecordedUse.of(
                    PersonId.random(),
                    Instant.now(),
                    Set.of(Field.NAME),
                    Purpose.ACCOUNT,
                    new Ground(LegalBasis.CONTRACT, Optional.empty()),
                    Recipient.platform("test"))));
        }
        return uses;
    }

    /** How many uses there are, in chains without a break. */
    private long whole() {
        ChainVerification.Report report = new ChainVerification(store.jdbi(), new UseChains(store.jdbi())).verify();
        assertThat(report.firstBreak()).isEmpty();
        return report.uses();
    }
}
