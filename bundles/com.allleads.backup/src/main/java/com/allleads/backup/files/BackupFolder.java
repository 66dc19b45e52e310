package com.allleads.backup.files;

import com.allleads.backup.BackupFailedException;
import com.allleads.backup.copy.Contents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with the backups; what is known about each stands in a file beside it. */
public final class BackupFolder {

    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String BACKUP = ".backup";
    private static final Pattern NAME = Pattern.compile("(data|keys)-([0-9]{8}T[0-9]{9}Z)\\.backup");

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** The name of a backup that is current at a time. */
    public static String name(Contents contents, Instant at) {
        return contents.prefix() + "-" + TIME.format(at) + BACKUP;
    }

    /** Where a backup with this name is. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** The backups of one database, newest first. */
    public List<BackupRecord> all(Contents contents) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(contents.prefix() + "-")
                            && NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .map(this::record)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** What is known about a backup; one without a file beside it, as after it was copied from elsewhere, is unverified. */
    public Optional<BackupRecord> find(String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(path(name))
                ? Optional.of(record(name))
                : Optional.empty();
    }

    /** Writes down what is known about a backup. */
    public void keep(BackupRecord known) {
        Path beside = beside(known.file());
        Path draft = beside.resolveSibling("." + beside.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                SealedFile.ownerOnly(folder, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(known));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(draft, beside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BackupFailedException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Throws a backup away. */
    public void delete(BackupRecord unwanted) {
        try {
            Files.deleteIfExists(path(unwanted.file()));
            Files.deleteIfExists(beside(unwanted.file()));
            LOG.info("Threw the backup {} away", unwanted.file());
        } catch (IOException e) {
            throw new BackupFailedException(
                    "cannot throw " + path(unwanted.file()) + " away; delete it: " + e.getMessage(), e);
        }
    }

    private BackupRecord record(String name) {
        try {
            return JSON.readValue(Files.readAllBytes(beside(name)), BackupRecord.class);
        } catch (JsonProcessingException e) {
            LOG.warn("{} cannot be read", beside(name));
        } catch (IOException absent) {
            LOG.debug("{} stands alone", name);
        }
        return alone(name);
    }

    private BackupRecord alone(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no name of a backup");
        }
        Contents contents = parts.group(1).equals(Contents.DATA.prefix()) ? Contents.DATA : Contents.KEYS;
        return new BackupRecord(
                name,
                contents,
                time(parts.group(2)),
                "",
                "",
                path(name).toFile().length(),
                Optional.empty(),
                Map.of(),
                BackupRecord.State.UNVERIFIED,
                0,
                Optional.empty());
    }

    /** A time that is none is long ago, so that a key store's backup with such a name is thrown away. */
    private static long time(String text) {
        try {
            return TIME.parse(text, Instant::from).toEpochMilli();
        } catch (DateTimeParseException noTime) {
            return 0;
        }
    }

    private Path beside(String name) {
        return folder.resolve(name.substring(0, name.length() - BACKUP.length()) + ".json");
    }
}
