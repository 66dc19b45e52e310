package com.allleads.vault.uses;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.store.migration.Changelog;
import com.allleads.store.migration.Migration;
import com.allleads.store.testing.StoreRule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Version;

/** A record from when each use had its terms in its own row is the same record afterwards. */
public class UsesByTermsTest {

    private static final PersonId ANN = PersonId.random();
    private static final PersonId BOB = PersonId.random();
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @Rule
    public final StoreRule store;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    public UsesByTermsTest() {
        this(new StoreRule());
    }

    UsesByTermsTest(StoreRule store) {
        this.store = store;
    }

    @Before
    public void asItWas() throws Exception {
        migrate(untilThen());
        store.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO vault_use_chain (writer, batches, head) VALUES ('node', 0, ?)",
                        (Object) Link.beginning()));
        byte[] first = add(1, Link.beginning(), use(ANN, 0, "name", "account"), use(BOB, 1, "email,name", "news"));
        byte[] second = add(2, first, use(ANN, 2, "name", "account"));
        store.jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE vault_use_chain SET batches = 2, head = ?", (Object) second));
    }

    @Test
    public void theRecordIsWhole() throws Exception {
        migrate(now());

        ChainVerification.Report report = verify();
        assertThat(report.firstBreak()).isEmpty();
        assertThat(report.uses()).isEqualTo(3);
        UseHistory history = new UseHistory(store.jdbi());
        assertThat(history.count(ANN)).isEqualTo(2);
        assertThat(history.of(BOB, UseFilter.NONE, 10, Optional.empty()).items())
                .singleElement()
                .satisfies(use -> assertThat(use.fields()).containsExactly("email", "name"))
                .satisfies(use -> assertThat(use.at()).isEqualTo(NOON.plusSeconds(1)));
    }

    @Test
    public void goesOnFromThere() throws Exception {
        migrate(now());

        try (Connection connection = store.dataSource().getConnection()) {
            new UseBatch("node").write(connection, List.of(new NewUse.Known(use(BOB, 9, "name", "news"))));
        }

        assertThat(verify().firstBreak()).isEmpty();
        assertThat(verify().uses()).isEqualTo(4);
    }

    @Test
    public void whatWasAlteredBeforeIsStillFound() throws Exception {
        store.jdbi().useHandle(handle -> {
            handle.execute("UPDATE vault_use SET purpose = 'billing' WHERE batch = 2");
            handle.execute("UPDATE vault_use SET place = 7 WHERE batch = 1 AND place = 0");
        });

        migrate(now());

        assertThat(verify().breaks()).isEqualTo(2);
    }

    private ChainVerification.Report verify() {
        return new ChainVerification(store.jdbi(), new UseChains(store.jdbi())).verify();
    }

    private static RecordedUse use(PersonId person, int seconds, String fields, String purpose) {
        return new RecordedUse(
                person.toString(),
                NOON.plusSeconds(seconds),
                new Terms(fields, purpose, "CHOICE", "PLATFORM", "notification"),
                Optional.of(person.toString()));
    }

    private byte[] add(long batch, byte[] previous, RecordedUse... uses) {
        byte[] hash = Link.hash(previous, "node", batch, List.of(uses));
        store.jdbi().useHandle(handle -> {
            for (int place = 0; place < uses.length; place++) {
                RecordedUse use = uses[place];
                handle.execute(
                        "INSERT INTO vault_use (chain, batch, place, person, used_at, fields, purpose, basis, receipt,"
                                + " recipient_kind, recipient_name) SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM vault_use_chain",
                        batch,
                        place,
                        use.person(),
                        use.at().toEpochMilli(),
                        use.terms().fields(),
                        use.terms().purpose(),
                        use.terms().basis(),
                        use.receipt().orElseThrow(),
                        use.terms().recipientKind(),
                        use.terms().recipientName());
            }
            handle.execute(
                    "INSERT INTO vault_use_batch (chain, batch, uses, previous, hash) SELECT id, ?, ?, ?, ?"
                            + " FROM vault_use_chain",
                    batch,
                    uses.length,
                    previous,
                    hash);
        });
        return hash;
    }

    private void migrate(ClassLoader loader) throws Exception {
        Changelog changelog =
                new Changelog("vault", Version.emptyVersion, "db/changelog.xml", "allleads", loader.toString(), loader);
        new Migration(store.dataSource(), changelog, () -> false).run();
    }

    private static ClassLoader now() {
        return UseBatch.class.getClassLoader();
    }

    /** Finds the changelog as it was before. */
    private ClassLoader untilThen() throws IOException {
        try (InputStream whole = now().getResourceAsStream("db/changelog.xml")) {
            String text = new String(whole.readAllBytes(), StandardCharsets.UTF_8);
            Path old = folder.newFolder("db").toPath().resolve("changelog.xml");
            Files.writeString(
                    old, text.substring(0, text.indexOf("<changeSet id=\"uses-by-terms\"")) + "</databaseChangeLog>");
        }
        return new URLClassLoader(new URL[] {folder.getRoot().toURI().toURL()}, null);
    }
}
