package com.allleads.glassbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The host's own bundles, as the build of the distribution wrote them down: each file of {@code system/} with its digests,
 * without the adapters that are delivered beside the host.
 */
public final class HostList {

    /** Where it is, below the folder of the distribution. */
    public static final String FILE = "lib/host-bundles.sha256";

    private final Map<String, ContentDigest> files;

    private HostList(Map<String, ContentDigest> files) {
        this.files = files;
    }

    /**
     * Reads the list.
     *
     * @param home the folder of the distribution
     * @throws IOException where there is none, or it cannot be read
     */
    public static HostList of(Path home) throws IOException {
        Map<String, ContentDigest> files = new TreeMap<>();
        for (String line : Files.readAllLines(home.resolve(FILE))) {
            String[] columns = line.split(" ", 3);
            if (columns.length != 3) {
                throw new IOException(FILE + " has a line that is none of it: " + line);
            }
            files.put(columns[2], new ContentDigest(columns[0], columns[1]));
        }
        return new HostList(files);
    }

    /**
     * Whether a bundle is the host's own.
     *
     * @param location where it was installed from
     * @param content what it consists of; asked for only where the location is on the list
     */
    boolean has(String location, Supplier<ContentDigest> content) {
        Optional<MavenLocation> maven = MavenLocation.of(location);
        if (maven.isEmpty()) {
            return false;
        }
        ContentDigest listed = files.get(maven.get().path());
        if (listed == null) {
            return false;
        }
        ContentDigest found = content.get();
        return maven.get().wrapped()
                ? found.withoutManifest().equals(listed.withoutManifest())
                : found.whole().equals(listed.whole());
    }
}
