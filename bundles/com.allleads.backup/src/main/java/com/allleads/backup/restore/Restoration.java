package com.allleads.backup.restore;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.store.TableReplacement;
import com.allleads.backup.BackupFailedException;
import com.allleads.backup.BackupSettings;
import com.allleads.backup.Databases;
import com.allleads.backup.OneAtATime;
import com.allleads.backup.OperatorActs;
import com.allleads.backup.Progress;
import com.allleads.backup.Progress.Step;
import com.allleads.backup.Rehearsal;
import com.allleads.backup.copy.Catalogue;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.copy.CopyReader;
import com.allleads.backup.copy.Manifest;
import com.allleads.backup.copy.TableLoader;
import com.allleads.backup.files.BackupKey;
import com.allleads.backup.files.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a backup in place of the data, on the running site. It is restored beside the site first; only where nothing is wrong with
 * it the site closes, the tables are replaced in one transaction for each database, erasures are replayed, and the site opens.
 */
@Component(service = Restoration.class)
public final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Databases databases;
    private final BackupKey key;
    private final Rehearsal rehearsal;
    private final BackupSettings settings;
    private final OneAtATime turn;
    private final TableReplacement tables;
    private final Replays replays;
    private final ClosedSite site;
    private final OthersReady others;
    private final OperatorActs acts;
    private final RenewedHeads heads;

    @Activate
    public Restoration(
            @Reference Databases databases,
            @Reference BackupKey key,
            @Reference Rehearsal rehearsal,
            @Reference BackupSettings settings,
            @Reference OneAtATime turn,
            @Reference TableReplacement tables,
            @Reference Replays replays,
            @Reference ClosedSite site,
            @Reference OthersReady others,
            @Reference OperatorActs acts,
            @Reference RenewedHeads heads) {
        this.databases = databases;
        this.key = key;
        this.rehearsal = rehearsal;
        this.settings = settings;
        this.turn = turn;
        this.tables = tables;
        this.replays = replays;
        this.site = site;
        this.others = others;
        this.acts = acts;
        this.heads = heads;
    }

    /**
     * Restores.
     *
     * @param data the backup of the data: its name, or the path of its file
     * @param keys the backup of the key store, where that is to be replaced too, as on a new machine; else the keys that are
     *     there stay
     * @param act who wants it and why; written down afterwards, in the restored data, as what is written before is replaced
     * @return what was restored, after the site is open again
     * @throws com.allleads.api.rest.ProblemException 503 where it could not be written down; nothing was done
     * @throws BackupFailedException where it was not restored; the site is as it was, and the message says what to do
     */
    public Restored restore(String data, Optional<String> keys, OperatorAct act, Progress progress) {
        acts.refuseUnwritten();
        try {
            Restored restored = turn.run(() -> restore(file(data), keys.map(this::file), act, progress));
            writeDown(act, () -> restored);
            return restored;
        } catch (BackupFailedException e) {
            throw failed(act, e);
        } catch (Exception e) {
            throw failed(act, new BackupFailedException("nothing was restored: " + e.getMessage(), e));
        }
    }

    private BackupFailedException failed(OperatorAct act, BackupFailedException why) {
        writeDown(act, () -> {
            throw why;
        });
        return why;
    }

    /** It is over, whatever comes of this. */
    private void writeDown(OperatorAct act, Supplier<Restored> work) {
        try {
            acts.perform(act, work);
        } catch (BackupFailedException itself) {
            LOG.debug("As it was done", itself);
        } catch (RuntimeException e) {
            LOG.error("Who restored is not in the record of operators' acts: {}", e.getMessage(), e);
        }
    }

    private Restored restore(Path data, Optional<Path> keys, OperatorAct act, Progress progress) throws Exception {
        if (!replays.any()) {
            throw new BackupFailedException(
                    "nothing was restored: the vault is not installed, and nobody could replay erasures");
        }
        Manifest manifest = rehearse(data, keys, progress);
        LOG.warn(
                "Operator {} restores {}{}: {}",
                act.operator().name(),
                data,
                keys.map(file -> " and " + file).orElse(""),
                act.reason().orElse(""));
        site.close();
        long replayed;
        try {
            replayed = tables.replace(() -> {
                replace(data, keys, progress);
                return replay(progress);
            });
        } catch (ReplayFailedException e) {
            site.stay("Erasures could not be replayed after restoring: restore once more, or restart the site, which"
                    + " replays them too.");
            throw e;
        } catch (Exception e) {
            site.open();
            throw e;
        }
        others.await(site, PATIENCE)
                .ifPresent(missing -> LOG.error("Restored, but the site is not ready: {}", missing));
        heads.renewed(act);
        site.open();
        LOG.warn("Restored {}; {} erasures were replayed", data.getFileName(), replayed);
        return new Restored(Instant.ofEpochMilli(manifest.madeAt()), replayed);
    }

    private Manifest rehearse(Path data, Optional<Path> keys, Progress progress) throws SQLException {
        Rehearsal.Result result = rehearsal.run(data, new Rehearsal.Keys(keys, databases.keys()), progress);
        if (!result.problems().isEmpty()) {
            throw new BackupFailedException("nothing was restored: " + String.join("; ", result.problems()));
        }
        Manifest manifest = result.data().orElseThrow();
        refuseOtherTables(databases.data(), manifest);
        if (result.keys().isPresent()) {
            refuseOtherTables(databases.keys(), result.keys().get());
        }
        return manifest;
    }

    private static void refuseOtherTables(DataSource target, Manifest manifest) throws SQLException {
        try (Connection connection = target.getConnection()) {
            Map<String, List<String>> here = Catalogue.read(connection).changes();
            manifest.changes().forEach((history, changes) -> {
                if (!changes.equals(here.get(history))) {
                    throw new BackupFailedException("nothing was restored: the tables that " + history
                            + " tells about are not those of the backup, which version " + manifest.version()
                            + " made: start with that version and what was installed then, restore, and update"
                            + " afterwards");
                }
            });
        }
    }

    /** Both or none, but for a power cut between the two commits; the vault then refuses to start, and restoring again helps. */
    private void replace(Path data, Optional<Path> keys, Progress progress) throws SQLException, IOException {
        try (Connection dataConnection = databases.data().getConnection();
                Connection keyConnection = databases.keys().getConnection()) {
            try {
                dataConnection.setAutoCommit(false);
                keyConnection.setAutoCommit(false);
                load(Contents.DATA, data, dataConnection, progress);
                if (keys.isPresent()) {
                    load(Contents.KEYS, keys.get(), keyConnection, progress);
                }
                keyConnection.commit();
                dataConnection.commit();
            } finally {
                dataConnection.rollback();
                keyConnection.rollback();
                dataConnection.setAutoCommit(true);
                keyConnection.setAutoCommit(true);
            }
        }
    }

    private void load(Contents contents, Path file, Connection connection, Progress progress) throws SQLException {
        new SealedFile(file, key).read(contents, in -> new TableLoader(
                        connection, Catalogue.read(connection), done -> progress.at(Step.REPLACE, done))
                .load(new CopyReader(in)));
    }

    private long replay(Progress progress) {
        progress.at(Step.REPLAY, 0);
        try {
            return replays.run(databases.data(), databases.keys());
        } catch (RuntimeException e) {
            throw new ReplayFailedException(e);
        }
    }

    private Path file(String name) {
        try {
            Path file = settings.now().folder().resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            LOG.debug("No path", e);
        }
        throw new BackupFailedException("there is no file " + name
                + ": give the name of a backup as allleads:backups lists it, or the path of its file");
    }

    /**
     * What was restored.
     *
     * @param madeAt from when the data is
     * @param replayed how many erasures were done again
     */
    public record Restored(Instant madeAt, long replayed) {}

    private static final class ReplayFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReplayFailedException(Throwable cause) {
            super("the data is restored, but erasures could not be replayed: " + cause.getMessage(), cause);
        }
    }
}
