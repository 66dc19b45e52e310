package com.allleads.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.backup.RestoreReplay;
import com.allleads.api.backup.RestoredCheck;
import com.allleads.api.store.TableReplacement;
import com.allleads.backup.BackupSettings.Values;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupKey;
import com.allleads.backup.files.BackupRecord;
import com.allleads.backup.files.BackupRecord.State;
import com.allleads.backup.restore.ClosedSite;
import com.allleads.backup.restore.OthersReady;
import com.allleads.backup.restore.RenewedHeads;
import com.allleads.backup.restore.Replays;
import com.allleads.backup.restore.Restoration;
import com.allleads.store.testing.StoreRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

/** What holds of backups on every database. */
public abstract class BackupFacts {

    private static final OperatorActs ACTS = OperatorActs.by(act -> (outcome, problem) -> {});
    private static final OperatorAct ACT =
            OperatorAct.byConsole("operator", "restore").because("a test");

    private static final int WRITERS = 3;
    private static final int PAIRS_AT_LEAST = 50;

    @Rule
    public final Timeout patience = Timeout.seconds(120);

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private final List<RestoredCheck> checks = new ArrayList<>();
    private final List<String> replayed = new ArrayList<>();
    private final MovedClock clock = new MovedClock();
    private Backups backups;

    /** The store with the site's data. */
    abstract StoreRule data();

    /** The key store. */
    abstract StoreRule keys();

    @Before
    public void begin() {
        for (String table : List.of("test_about", "test_thing", "test_entry")) {
            data().jdbi().useHandle(handle -> handle.execute("DELETE FROM " + table));
        }
        keys().jdbi().useHandle(handle -> handle.execute("DELETE FROM test_key"));
        backups = house();
    }

    @Test
    public void aBackupUnderWritesIsOneState() throws Exception {
        checks.add(new Balanced());
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> written = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                written.add(writers.submit(() -> writePairs(going)));
            }
            while (count("SELECT COUNT(*) FROM test_entry") < PAIRS_AT_LEAST) {
                Thread.onSpinWait();
            }

            BackupRecord backup = house().make(Progress.UNSEEN);

            going.set(false);
            for (Future<Integer> each : written) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isPositive();
            }
            assertThat(backup.problem()).isEmpty();
            assertThat(backup.totals().get("test_entry").rows())
                    .isBetween((long) PAIRS_AT_LEAST, count("SELECT COUNT(*) FROM test_entry"));
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    public void whatIsRestoredIsWhatWasThere() throws Exception {
        thing(
                UUID.randomUUID().toString(),
                "with \u00e9 and \u6f22",
                "x".repeat(40_000),
                new byte[] {0, 1, -1},
                7,
                true);
        data().jdbi().useHandle(handle -> handle.execute("INSERT INTO test_thing (note) VALUES (NULL)"));
        key("ann", "wrapped");
        data().jdbi()
                .useHandle(handle ->
                        handle.execute("INSERT INTO test_about (id, thing) SELECT 1, MAX(id) FROM test_thing"));
        List<Map<String, Object>> before = things();
        BackupRecord backup = backups.make(Progress.UNSEEN);
        assertThat(backup.state()).isEqualTo(State.VERIFIED);
        data().jdbi().useHandle(handle -> handle.execute("DELETE FROM test_about"));
        data().jdbi().useHandle(handle -> handle.execute("DELETE FROM test_thing"));
        note("later");
        key("bob", "later");

        restoration().restore(backup.file(), backup.keys(), ACT, Progress.UNSEEN);

        assertThat(things()).isEqualTo(before);
        assertThat(count("SELECT COUNT(*) FROM test_about")).isEqualTo(1);
        assertThat(keyHolders()).containsExactly("ann");
        assertThat(replayed).hasSize(1);
        note("counted on");
        assertThat(count("SELECT COUNT(DISTINCT id) FROM test_thing")).isEqualTo(3);
    }

    @Test
    public void keysStayAsTheyAreWhereOnlyTheDataIsRestored() throws Exception {
        key("ann", "wrapped");
        BackupRecord backup = backups.make(Progress.UNSEEN);
        key("bob", "later");

        restoration().restore(backup.file(), Optional.empty(), ACT, Progress.UNSEEN);

        assertThat(keyHolders()).containsExactly("ann", "bob");
    }

    @Test
    public void whereReplacingFailsEverythingIsAsItWas() throws Exception {
        note("before");
        BackupRecord backup = backups.make(Progress.UNSEEN);
        data().jdbi().useHandle(handle -> handle.execute("DELETE FROM test_thing"));
        note("later");
        key("ann", "later");
        List<Map<String, Object>> before = things();
        // Whatever refuses the rows of the backup, after the tables were emptied.
        data().jdbi()
                .useHandle(handle ->
                        handle.execute("ALTER TABLE test_thing ADD CONSTRAINT test_never CHECK (note <> 'before')"));
        try {
            assertThatThrownBy(() -> restoration().restore(backup.file(), backup.keys(), ACT, Progress.UNSEEN))
                    .isInstanceOf(BackupFailedException.class);

            assertThat(things()).isEqualTo(before);
            assertThat(keyHolders()).containsExactly("ann");
            assertThat(replayed).isEmpty();
        } finally {
            data().jdbi().useHandle(handle -> handle.execute("ALTER TABLE test_thing DROP CONSTRAINT test_never"));
        }
    }

    @Test
    public void anotherKeyIsRefusedByAMessageThatNamesTheFix() throws Exception {
        BackupRecord backup = backups.make(Progress.UNSEEN);
        Files.delete(secret());

        BackupRecord again = house().verify(backup.file(), Progress.UNSEEN);

        assertThat(again.state()).isEqualTo(State.FAILED);
        assertThat(again.problem().orElseThrow()).contains("another key").contains("put the backup.key");
        assertThatThrownBy(() -> restoration().restore(backup.file(), backup.keys(), ACT, Progress.UNSEEN))
                .isInstanceOf(BackupFailedException.class)
                .hasMessageContaining("put the backup.key");
    }

    @Test
    public void anAlteredFileIsRefused() throws Exception {
        note("kept");
        BackupRecord backup = backups.make(Progress.UNSEEN);
        Path file = folder().resolve(backup.file());
        byte[] content = Files.readAllBytes(file);
        byte[] altered = content.clone();
        altered[altered.length - 20] ^= 1;
        byte[] cut = Arrays.copyOf(content, content.length - 20);
        byte[] relabelled = content.clone();
        relabelled[16] ^= 1;

        for (byte[] wrong : List.of(altered, cut, relabelled)) {
            Files.write(file, wrong);
            assertThat(backups.verify(backup.file(), Progress.UNSEEN).state()).isEqualTo(State.FAILED);
            assertThatThrownBy(() -> restoration().restore(backup.file(), backup.keys(), ACT, Progress.UNSEEN))
                    .isInstanceOf(BackupFailedException.class);
        }
        Files.write(file, content);
        assertThat(backups.verify(backup.file(), Progress.UNSEEN).state()).isEqualTo(State.VERIFIED);
    }

    @Test
    public void ofTheKeyStoreOneGenerationIsKept() throws Exception {
        key("ann", "wrapped");
        BackupRecord first = backups.make(Progress.UNSEEN);
        clock.advance(Duration.ofDays(1));

        BackupRecord second = backups.make(Progress.UNSEEN);

        assertThat(backups.all(Contents.KEYS))
                .extracting(BackupRecord::file)
                .containsExactly(second.keys().orElseThrow());
        assertThat(folder().resolve(first.keys().orElseThrow())).doesNotExist();
        assertThat(backups.all(Contents.DATA)).hasSize(2);
    }

    @Test
    public void theBackupOfTheKeyStoreGoesByAgeToo() throws Exception {
        backups.make(Progress.UNSEEN);
        Instant erased = clock.instant().plus(Duration.ofHours(1));
        Instant gone = backups.goneFrom(erased);

        clock.advance(Duration.between(clock.instant(), gone));
        backups.throwAwayOld();

        assertThat(backups.all(Contents.KEYS)).isEmpty();
        assertThat(Duration.between(erased, gone)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    public void oldBackupsOfTheDataGoButTheLastVerifiedStays() throws Exception {
        BackupRecord first = backups.make(Progress.UNSEEN);
        clock.advance(Duration.ofDays(20));
        BackupRecord second = backups.make(Progress.UNSEEN);
        assertThat(folder().resolve(first.file())).doesNotExist();

        clock.advance(Duration.ofDays(20));
        backups.throwAwayOld();

        assertThat(backups.all(Contents.DATA)).extracting(BackupRecord::file).containsExactly(second.file());
    }

    @Test
    public void aBackupThatACheckFindsWrongIsNoGoodAndReplacesNothing() throws Exception {
        BackupRecord good = backups.make(Progress.UNSEEN);
        checks.add(new Balanced());
        data().jdbi()
                .useHandle(handle -> handle.execute("INSERT INTO test_entry (pair, leg, amount) VALUES ('odd', 1, 5)"));
        clock.advance(Duration.ofDays(1));

        BackupRecord bad = house().make(Progress.UNSEEN);

        assertThat(bad.state()).isEqualTo(State.FAILED);
        assertThat(bad.problem().orElseThrow()).contains("do not sum to zero");
        assertThat(folder().resolve(good.keys().orElseThrow())).exists();
        assertThatThrownBy(() -> restoration().restore(bad.file(), bad.keys(), ACT, Progress.UNSEEN))
                .hasMessageContaining("do not sum to zero");
        assertThat(backups.lastVerified().orElseThrow().file()).isEqualTo(good.file());
    }

    @Test
    public void aBackupOfOtherTablesIsRefused() throws Exception {
        BackupRecord backup = backups.make(Progress.UNSEEN);
        String history = "UPDATE test0changelog SET id = 'another' WHERE id = 'everything'";
        data().jdbi().useHandle(handle -> assertThat(handle.execute(history)).isEqualTo(1));
        try {
            assertThatThrownBy(() -> restoration().restore(backup.file(), backup.keys(), ACT, Progress.UNSEEN))
                    .isInstanceOf(BackupFailedException.class)
                    .hasMessageContaining("test0changelog");
        } finally {
            data().jdbi()
                    .useHandle(handle ->
                            handle.execute("UPDATE test0changelog SET id = 'everything' WHERE id = 'another'"));
        }
    }

    @Test
    public void leavesNothingButBackups() throws Exception {
        note("a note that stands nowhere in clear");
        backups.make(Progress.UNSEEN);

        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                assertThat(file.getFileName().toString()).matches("(data|keys)-.*\\.(backup|json)");
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("stands nowhere");
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            }
        }
        try (Stream<Path> left = Files.list(work())) {
            assertThat(left).isEmpty();
        }
    }

    private Backups house() {
        Databases databases = new Databases(data().dataSource(), keys().dataSource());
        BackupKey key = new BackupKey(root());
        return new Backups(databases, key, rehearsal(key), settings(), new OneAtATime(), work(), root(), clock);
    }

    private Restoration restoration() {
        return restoration(new Passing());
    }

    private Restoration restoration(TableReplacement tables) {
        BackupKey key = new BackupKey(root());
        return new Restoration(
                new Databases(data().dataSource(), keys().dataSource()),
                key,
                rehearsal(key),
                settings(),
                new OneAtATime(),
                tables,
                new Replays(List.of((RestoreReplay) (data, keys) -> {
                    replayed.add("replayed");
                    return 0;
                })),
                new ClosedSite(),
                new OthersReady(),
                ACTS,
                new RenewedHeads());
    }

    private Rehearsal rehearsal(BackupKey key) {
        return new Rehearsal(key, new Checks(checks), work());
    }

    private BackupSettings settings() {
        return new BackupSettings(
                new Values(folder(), Optional.empty(), Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(36)));
    }

    private Path root() {
        return instance.getRoot().toPath();
    }

    private Path folder() {
        return root().resolve("backups");
    }

    private Path work() {
        return root().resolve("work");
    }

    private Path secret() {
        return root().resolve("secrets").resolve(BackupKey.NAME);
    }

    private int writePairs(AtomicBoolean going) {
        int written = 0;
        while (going.get()) {
            String pair = UUID.randomUUID().toString();
            data().transactions().required(() -> {
                entry(pair, 1, 5);
                entry(pair, 2, -5);
            });
            written++;
        }
        return written;
    }

    private void entry(String pair, int leg, long amount) {
        data().jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO test_entry (pair, leg, amount) VALUES (?, ?, ?)", pair, leg, amount));
    }

    private void thing(String person, String note, String story, byte[] envelope, Integer place, Boolean good) {
        data().jdbi().useHandle(handle -> handle.createUpdate(
                        "INSERT INTO test_thing (person, note, story, envelope, place, good)"
                                + " VALUES (:person, :note, :story, :envelope, :place, :good)")
                .bind("person", person)
                .bind("note", note)
                .bind("story", story)
                .bind("envelope", envelope)
                .bind("place", place)
                .bind("good", good)
                .execute());
    }

    private void note(String note) {
        data().jdbi().useHandle(handle -> handle.execute("INSERT INTO test_thing (note) VALUES (?)", note));
    }

    private void key(String person, String wrapped) {
        keys().jdbi()
                .useHandle(handle ->
                        handle.execute("INSERT INTO test_key (person, wrapped) VALUES (?, ?)", person, wrapped));
    }

    private List<Map<String, Object>> things() {
        return data().jdbi().withHandle(handle -> handle.createQuery("SELECT * FROM test_thing ORDER BY id")
                .map((row, context) -> {
                    Map<String, Object> thing = new TreeMap<>();
                    for (String column : Set.of("id", "person", "note", "story", "place", "good")) {
                        thing.put(column, String.valueOf(row.getString(column)));
                    }
                    thing.put("envelope", Arrays.toString(row.getBytes("envelope")));
                    return thing;
                })
                .list());
    }

    private List<String> keyHolders() {
        return keys().jdbi().withHandle(handle -> handle.createQuery("SELECT person FROM test_key ORDER BY person")
                .mapTo(String.class)
                .map(String::strip)
                .list());
    }

    private long count(String query) {
        return data().jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static final class Passing implements TableReplacement {
        @Override
        public <T> T replace(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    /** As billing's own check does. */
    private static final class Balanced implements RestoredCheck {

        @Override
        public String name() {
            return "pairs sum to zero";
        }

        @Override
        public List<String> problems(DataSource data, DataSource keys) {
            long uneven = Jdbi.create(data).withHandle(handle -> handle.createQuery(
                            "SELECT COUNT(*) FROM (SELECT pair FROM test_entry GROUP BY pair HAVING SUM(amount) <> 0) uneven")
                    .mapTo(Long.class)
                    .one());
            return uneven == 0 ? List.of() : List.of(uneven + " pairs do not sum to zero");
        }
    }

    private static final class MovedClock extends Clock {

        private Duration moved = Duration.ZERO;

        void advance(Duration time) {
            moved = moved.plus(time);
        }

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(moved);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
