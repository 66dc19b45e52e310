package com.allleads.backup;

import com.allleads.api.backup.KeyBackups;
import com.allleads.backup.BackupSettings.Values;
import com.allleads.backup.Progress.Step;
import com.allleads.backup.copy.Catalogue;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.copy.CopyWriter;
import com.allleads.backup.copy.DerbyFolder;
import com.allleads.backup.copy.Manifest;
import com.allleads.backup.copy.SourceDatabase;
import com.allleads.backup.copy.Total;
import com.allleads.backup.files.BackupFolder;
import com.allleads.backup.files.BackupKey;
import com.allleads.backup.files.BackupRecord;
import com.allleads.backup.files.BackupRecord.State;
import com.allleads.backup.files.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and verifies backups. The data is copied before the keys: a key is durable before anything is encrypted with it, so that
 * the later copy has every key that the earlier one needs.
 */
@Component(service = {Backups.class, KeyBackups.class})
public final class Backups implements KeyBackups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String ERASURES = "erasures.jsonl";

    private final Databases databases;
    private final BackupKey key;
    private final Rehearsal rehearsal;
    private final BackupSettings settings;
    private final OneAtATime turn;
    private final Path work;
    private final Path instance;
    private final Clock clock;

    private volatile Optional<String> failure = Optional.empty();

    /** Throws away what a crash left. */
    @Activate
    public Backups(
            @Reference Databases databases,
            @Reference BackupKey key,
            @Reference Rehearsal rehearsal,
            @Reference BackupSettings settings,
            @Reference OneAtATime turn) {
        this(
                databases,
                key,
                rehearsal,
                settings,
                turn,
                WorkFolder.PATH,
                Path.of(System.getProperty("karaf.base", ".")),
                Clock.systemUTC());
    }

    /** Of the instance in a folder, by a clock. */
    public Backups(
            Databases databases,
            BackupKey key,
            Rehearsal rehearsal,
            BackupSettings settings,
            OneAtATime turn,
            Path work,
            Path instance,
            Clock clock) {
        this.databases = databases;
        this.key = key;
        this.rehearsal = rehearsal;
        this.settings = settings;
        this.turn = turn;
        this.work = work;
        this.instance = instance;
        this.clock = clock;
        try {
            DerbyFolder.delete(work);
        } catch (IOException e) {
            LOG.warn("{} is left from before and cannot be deleted", work, e);
        }
    }

    /**
     * Makes a backup of both databases, restores it beside the site and compares.
     *
     * @return what is known about the backup of the data; it is kept also where it is not what it should be
     * @throws BackupFailedException where none could be made
     */
    public BackupRecord make(Progress progress) {
        return watched(() -> {
            progress.at(Step.COPY_DATA, 0);
            BackupRecord data = copy(Contents.DATA, progress);
            progress.at(Step.COPY_KEYS, 0);
            BackupRecord keys = copy(Contents.KEYS, progress);
            BackupRecord both = withKeys(data, keys.file());
            folder().keep(both);
            keepErasures();
            return rehearse(both, Optional.of(keys), progress);
        });
    }

    /**
     * Restores an earlier backup beside the site and compares, with the backup of the key store that was made with it or, where
     * that is gone, with the one that is there.
     *
     * @param name of a backup of the data
     * @throws BackupFailedException where there is no such backup
     */
    public BackupRecord verify(String name, Progress progress) {
        BackupRecord data = folder().find(name)
                .filter(known -> known.contents() == Contents.DATA)
                .orElseThrow(() -> new BackupFailedException(
                        "there is no backup of the data with this name; allleads:backups lists them"));
        return watched(() -> {
            Optional<BackupRecord> keys = data.keys().flatMap(folder()::find).or(() -> all(Contents.KEYS).stream()
                    .findFirst());
            return rehearse(data, keys, progress);
        });
    }

    /** The backups of one database, newest first. */
    public List<BackupRecord> all(Contents contents) {
        return folder().all(contents);
    }

    /** The newest backup of the data that was restored and compared. */
    public Optional<BackupRecord> lastVerified() {
        return all(Contents.DATA).stream()
                .filter(known -> known.state() == State.VERIFIED)
                .findFirst();
    }

    /** Why the last try failed; empty where it did not. */
    public Optional<String> failure() {
        return failure;
    }

    /** Throws away what is older than the settings say. */
    public void throwAwayOld() {
        Values now = settings.now();
        Instant keysFrom = clock.instant().minus(now.keysKept());
        all(Contents.KEYS).stream()
                .filter(known -> Instant.ofEpochMilli(known.madeAt()).isBefore(keysFrom))
                .forEach(folder()::delete);
        Instant dataFrom = clock.instant().minus(now.kept());
        Optional<BackupRecord> last = lastVerified();
        all(Contents.DATA).stream()
                .filter(known -> Instant.ofEpochMilli(known.madeAt()).isBefore(dataFrom))
                .filter(known -> last.isEmpty() || !last.get().file().equals(known.file()))
                .forEach(folder()::delete);
    }

    @Override
    public Instant goneFrom(Instant destroyed) {
        return destroyed.plus(settings.now().keysKept());
    }

    private BackupRecord watched(Callable<BackupRecord> work) {
        try {
            BackupRecord done = turn.run(work);
            failure = done.problem();
            done.problem().ifPresent(problem -> LOG.error("The backup {} is no good: {}", done.file(), problem));
            return done;
        } catch (BackupFailedException e) {
            throw failed(e);
        } catch (Exception e) {
            throw failed(new BackupFailedException("the backup failed: " + e.getMessage(), e));
        }
    }

    private BackupFailedException failed(BackupFailedException e) {
        failure = Optional.of(e.getMessage());
        LOG.error("No backup: {}", e.getMessage(), e);
        return e;
    }

    private BackupRecord rehearse(BackupRecord data, Optional<BackupRecord> keys, Progress progress) {
        Rehearsal.Result result = rehearsal.run(
                folder().path(data.file()),
                new Rehearsal.Keys(keys.map(known -> folder().path(known.file())), databases.keys()),
                progress);
        Optional<String> wrong =
                result.problems().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", result.problems()));
        BackupRecord found = data.found(wrong, clock.millis());
        folder().keep(found);
        keys.ifPresent(known -> folder().keep(known.found(wrong, clock.millis())));
        if (wrong.isEmpty()) {
            LOG.info("The backup {} was restored and compared: {} rows", data.file(), found.rows());
            keys.ifPresent(this::keepOnly);
            throwAwayOld();
        }
        return found;
    }

    /** One generation: an erased person's key is in no older one any more. */
    private void keepOnly(BackupRecord verified) {
        all(Contents.KEYS).stream()
                .filter(known -> known.madeAt() < verified.madeAt())
                .forEach(folder()::delete);
    }

    private BackupRecord copy(Contents contents, Progress progress) throws SQLException, IOException {
        Instant now = clock.instant();
        String name = BackupFolder.name(contents, now);
        SourceDatabase.Reading<Written> reading = connection -> write(contents, name, now, connection, progress);
        Written written = contents == Contents.DATA
                ? new SourceDatabase(databases.data(), work).read(reading)
                : new SourceDatabase(databases.keys(), work).readAsItIs(reading);
        BackupRecord made = new BackupRecord(
                name,
                contents,
                now.toEpochMilli(),
                written.manifest().version(),
                written.manifest().database(),
                Files.size(folder().path(name)),
                Optional.empty(),
                written.totals(),
                State.UNVERIFIED,
                0,
                Optional.empty());
        folder().keep(made);
        return made;
    }

    private Written write(Contents contents, String name, Instant at, Connection connection, Progress progress)
            throws SQLException, IOException {
        Catalogue catalogue = Catalogue.read(connection);
        Manifest manifest = new Manifest(
                contents,
                at.toEpochMilli(),
                version(),
                connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion(),
                catalogue.changes(),
                catalogue.tables());
        Step step = contents == Contents.DATA ? Step.COPY_DATA : Step.COPY_KEYS;
        Map<String, Total> totals = new SealedFile(folder().path(name), key)
                .write(contents, out -> new CopyWriter(connection, catalogue, done -> progress.at(step, done))
                        .write(manifest, out));
        return new Written(manifest, totals);
    }

    private static BackupRecord withKeys(BackupRecord data, String keys) {
        return new BackupRecord(
                data.file(),
                data.contents(),
                data.madeAt(),
                data.version(),
                data.database(),
                data.bytes(),
                Optional.of(keys),
                data.totals(),
                data.state(),
                data.stateAt(),
                data.problem());
    }

    /** So that whoever copies the folder elsewhere has with it who was erased. */
    private void keepErasures() throws IOException {
        Path journal = instance.resolve(ERASURES);
        if (Files.exists(journal)) {
            Path draft = folder().path("." + ERASURES + ".part");
            Files.copy(journal, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, folder().path(ERASURES), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private BackupFolder folder() {
        return new BackupFolder(settings.now().folder());
    }

    private static String version() {
        Bundle own = FrameworkUtil.getBundle(Backups.class);
        return own == null ? "unknown" : own.getVersion().toString();
    }

    private record Written(Manifest manifest, Map<String, Total> totals) {}
}
