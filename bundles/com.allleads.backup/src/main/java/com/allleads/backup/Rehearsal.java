package com.allleads.backup;

import com.allleads.backup.Progress.Step;
import com.allleads.backup.copy.Catalogue;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.copy.CopyReader;
import com.allleads.backup.copy.DerbyFolder;
import com.allleads.backup.copy.Manifest;
import com.allleads.backup.copy.TableLoader;
import com.allleads.backup.copy.Total;
import com.allleads.backup.files.BackupKey;
import com.allleads.backup.files.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Restores backups beside the running site, into an embedded Derby of their own, whatever the site runs on; reads back what is
 * there then, and lets every capability look at it.
 */
@Component(service = Rehearsal.class)
public final class Rehearsal {

    private final BackupKey key;
    private final Checks checks;
    private final Path work;

    @Activate
    public Rehearsal(@Reference BackupKey key, @Reference Checks checks) {
        this(key, checks, WorkFolder.PATH);
    }

    /** With its databases below this folder for a while. */
    public Rehearsal(BackupKey key, Checks checks, Path work) {
        this.key = key;
        this.checks = checks;
        this.work = work;
    }

    /**
     * Restores both, and finds out what is wrong.
     *
     * @param data the file with the data
     * @param keys the file with the keys, or the key store that is in force
     * @return what is wrong; empty where nothing is
     */
    public Result run(Path data, Keys keys, Progress progress) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(work), "restored-");
            try {
                return restored(folder, data, keys, progress);
            } finally {
                DerbyFolder.delete(folder);
            }
        } catch (BackupFailedException e) {
            return new Result(Optional.empty(), Optional.empty(), List.of(e.getMessage()));
        } catch (SQLException | IOException e) {
            return new Result(
                    Optional.empty(), Optional.empty(), List.of("the backup could not be restored: " + e.getMessage()));
        }
    }

    private Result restored(Path folder, Path data, Keys keys, Progress progress) throws SQLException, IOException {
        try (Copy dataCopy = load(folder.resolve("data"), Contents.DATA, data, progress)) {
            if (keys.file().isEmpty()) {
                return result(dataCopy, Optional.empty(), keys.inForce(), progress);
            }
            try (Copy keyCopy =
                    load(folder.resolve("keys"), Contents.KEYS, keys.file().get(), progress)) {
                return result(dataCopy, Optional.of(keyCopy), keyCopy.database().dataSource(), progress);
            }
        }
    }

    private Result result(Copy data, Optional<Copy> keyCopy, DataSource keys, Progress progress)
            throws SQLException, IOException {
        progress.at(Step.COMPARE, 0);
        List<String> problems = new ArrayList<>(data.differences());
        if (keyCopy.isPresent()) {
            problems.addAll(keyCopy.get().differences());
        }
        progress.at(Step.CHECK, 0);
        problems.addAll(checks.problems(data.database().dataSource(), keys));
        return new Result(Optional.of(data.manifest()), keyCopy.map(Copy::manifest), problems);
    }

    private Copy load(Path folder, Contents contents, Path file, Progress progress) throws SQLException {
        return new SealedFile(file, key).read(contents, in -> {
            CopyReader reader = new CopyReader(in);
            DerbyFolder database = DerbyFolder.made(folder, reader.manifest().tables());
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                Map<String, Total> totals = new TableLoader(
                                connection, Catalogue.read(connection), done -> progress.at(Step.RESTORE_BESIDE, done))
                        .load(reader);
                connection.commit();
                return new Copy(database, reader.manifest(), totals);
            } catch (SQLException | IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        });
    }

    /**
     * The keys that belong to the data.
     *
     * @param file with their backup
     * @param inForce the key store that is used where there is no file
     */
    public record Keys(Optional<Path> file, DataSource inForce) {}

    /**
     * What was found.
     *
     * @param data what the backup of the data says about itself, where it can be read
     * @param keys what that of the key store says about itself
     * @param problems what is wrong, in sentences that name nobody
     */
    public record Result(Optional<Manifest> data, Optional<Manifest> keys, List<String> problems) {}

    private record Copy(DerbyFolder database, Manifest manifest, Map<String, Total> totals) implements AutoCloseable {

        List<String> differences() throws SQLException, IOException {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                Map<String, Total> restored =
                        new TableLoader(connection, Catalogue.read(connection), done -> {}).totals(manifest);
                connection.rollback();
                return totals.keySet().stream()
                        .filter(table -> !totals.get(table).equals(restored.get(table)))
                        .map(table -> "the table " + table + " was not restored as it was")
                        .toList();
            }
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
