package com.allleads.vault.erasure;

import com.allleads.api.person.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was erased, outside of every database: a restored one knows nothing of erasures after its backup. A line for each, with the
 * person's number alone, chained by hashes so that an altered or missing line shows; on the disk before the key is destroyed. An
 * erasure that was written down and not completed is completed by the next {@link Erasures#catchUp}.
 */
@Component(service = ErasureJournal.class)
public final class ErasureJournal {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureJournal.class);
    private static final String NAME = "erasures.jsonl";
    private static final Pattern LINE = Pattern.compile(
            "\\{\"person\":\"([0-9a-f-]{36})\",\"at\":\"([0-9TZ:.-]+)\",\"link\":\"([0-9a-f]{64})\"\\}");
    private static final String BEGINNING = "0".repeat(64);

    private final Path file;
    /** As it was when it was read or written last, so that writing does not get slower with every line. */
    private Content known = new Content(Map.of(), BEGINNING, 0, false);

    private long knownBytes = -1;

    /** That of this instance. */
    @Activate
    public ErasureJournal() {
        this(Path.of(System.getProperty("karaf.base", ".")));
    }

    /** That of the instance in a folder. */
    public ErasureJournal(Path instance) {
        file = instance.resolve(NAME);
    }

    /** Writes down that somebody is erased, unless it is written down already; on the disk when this returns. */
    public synchronized void add(PersonId person, Instant at) {
        Content content = current();
        if (!content.erased().containsKey(person)) {
            append(content, person, at);
        }
    }

    /** Writes down those who are missing. */
    public synchronized void addAll(Map<PersonId, Instant> erased) {
        erased.forEach(this::add);
    }

    /** Everybody who is written down, and when they were erased; a line that cannot be read is left out and told. */
    public synchronized Map<PersonId, Instant> erased() {
        Content content = read();
        if (content.broken() > 0) {
            LOG.error(
                    "{} was altered: {} lines are not as they were written. Compare it with the copies beside backups; all"
                            + " that can be read of it is used",
                    file,
                    content.broken());
        }
        return content.erased();
    }

    /** How many lines are not as they were written, or have lost the one before them. */
    public synchronized long broken() {
        return read().broken();
    }

    private void append(Content before, PersonId person, Instant at) {
        String body = "{\"person\":\"" + person + "\",\"at\":\"" + at + "\"";
        String line = (before.cut() ? "\n" : "") + body + ",\"link\":\"" + link(before.last(), body) + "\"}\n";
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            before.erased().put(person, at);
            known = new Content(before.erased(), link(before.last(), body), before.broken(), false);
            knownBytes = channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    private Content current() {
        try {
            if (!Files.exists(file)) {
                return read();
            }
            long bytes = Files.size(file);
            if (bytes != knownBytes) {
                known = read();
                knownBytes = bytes;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Content read() {
        Map<PersonId, Instant> erased = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return new Content(erased, BEGINNING, 0, false);
        }
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            String last = BEGINNING;
            long broken = 0;
            for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    broken++;
                    continue;
                }
                String body = line.substring(0, line.lastIndexOf(",\"link\""));
                if (!link(last, body).equals(parts.group(3))) {
                    broken++;
                }
                last = parts.group(3);
                erased.putIfAbsent(PersonId.parse(parts.group(1)), Instant.parse(parts.group(2)));
            }
            return new Content(erased, last, broken, !text.isEmpty() && !text.endsWith("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " was altered: take the copy beside the backups", e);
        }
    }

    private static String link(String before, String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((before + body).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private record Content(Map<PersonId, Instant> erased, String last, long broken, boolean cut) {}
}
