package com.allleads.glassbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bundles that an operator took for the host's own although the distribution didn't bring them, in a file of the instance's
 * {@code etc/}: a line each with digest, location, operator, time and reason. {@code *} as the digest is whatever is installed
 * from a location, which may then end in {@code *}; it is for workshops, and the promise against misuse breaks by it. Safe for
 * use by many threads.
 */
public final class TrustedBundles {

    /** The name of the file. */
    public static final String FILE = "glass-box.trusted";

    private static final String ANY = "*";
    private static final String COMMENT = "#";

    private final Path file;
    private Optional<FileTime> read = Optional.empty();
    private List<Trust> known = List.of();

    /**
     * Reads the file each time that it changed.
     *
     * @param etc the folder of the instance's settings
     */
    public TrustedBundles(Path etc) {
        this.file = etc.resolve(FILE);
    }

    /**
     * What an operator decided.
     *
     * @param digest of the whole bundle, or {@code *}
     * @param location where it was installed from
     * @param operator who decided it
     * @param at when
     * @param reason why
     */
    public record Trust(String digest, String location, String operator, String at, String reason) {

        private static final int COLUMNS = 5;

        static Optional<Trust> of(String line) {
            String[] columns = line.strip().split("\\s+", COLUMNS);
            if (columns.length < 2 || line.strip().startsWith(COMMENT)) {
                return Optional.empty();
            }
            return Optional.of(new Trust(
                    columns[0],
                    columns[1],
                    columns.length > 2 ? columns[2] : "",
                    columns.length > 3 ? columns[3] : "",
                    columns.length > 4 ? columns[4] : ""));
        }

        /** Whether it names no content. */
        public boolean ofAnything() {
            return digest.equals(ANY);
        }

        boolean covers(String installed, Supplier<ContentDigest> content) {
            if (!ofAnything()) {
                return location.equals(installed) && content.get().whole().equals(digest);
            }
            return location.endsWith(ANY)
                    ? installed.startsWith(location.substring(0, location.length() - 1))
                    : location.equals(installed);
        }

        String line() {
            return String.join(" ", digest, location, operator, at, reason);
        }
    }

    /** The decision that covers a bundle, where one does. */
    synchronized Optional<Trust> find(String location, Supplier<ContentDigest> content) {
        return current().stream()
                .filter(trust -> trust.covers(location, content))
                .findFirst();
    }

    /** Adds a decision. */
    public synchronized void add(String digest, String location, String operator, String reason) {
        List<Trust> trusts = new ArrayList<>(current());
        trusts.removeIf(trust -> trust.location().equals(location));
        trusts.add(new Trust(
                digest,
                location,
                operator.replaceAll("\\s", "_"),
                Instant.now().toString(),
                reason.replaceAll("\\s+", " ").strip()));
        write(trusts);
    }

    /** Takes the decisions about a location back; false where there is none. */
    public synchronized boolean remove(String location) {
        List<Trust> trusts = new ArrayList<>(current());
        boolean removed = trusts.removeIf(trust -> trust.location().equals(location));
        if (removed) {
            write(trusts);
        }
        return removed;
    }

    private List<Trust> current() {
        Optional<FileTime> modified = modified();
        if (!modified.equals(read)) {
            known = modified.isEmpty() ? List.of() : parse();
            read = modified;
        }
        return known;
    }

    private Optional<FileTime> modified() {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private List<Trust> parse() {
        try {
            return Files.readAllLines(file).stream()
                    .map(Trust::of)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void write(List<Trust> trusts) {
        List<String> lines = new ArrayList<>();
        lines.add("# Bundles that operators took for the host's own: digest, location, operator, time, reason.");
        trusts.forEach(trust -> lines.add(trust.line()));
        try {
            Path next = file.resolveSibling(FILE + ".next");
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            known = List.copyOf(trusts);
            read = modified();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
