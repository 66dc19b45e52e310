package com.allleads.glassbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose each installed bundle is, by its location and its content. What can't be read is nobody's of the host. Safe for use by
 * many threads, also by those that hold locks of the framework.
 */
public final class Standings {

    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

    private final long own;
    private final HostList host;
    private final TrustedBundles trusted;
    private final Map<Installation, ContentDigest> digests = new ConcurrentHashMap<>();
    private final Map<Installation, Standing> standings = new ConcurrentHashMap<>();

    /**
     * Knows nothing yet of what is installed.
     *
     * @param own the number of the bundle that asks, which cannot vouch for itself and is the host's
     */
    public Standings(long own, HostList host, TrustedBundles trusted) {
        this.own = own;
        this.host = host;
        this.trusted = trusted;
    }

    /** Whose a bundle is. */
    public Standing of(Bundle bundle) {
        if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID || bundle.getBundleId() == own) {
            return Standing.HOST;
        }
        // Found outside of the map's locks: reading a bundle may ask about others.
        Installation installation = Installation.of(bundle);
        Standing known = standings.get(installation);
        if (known != null) {
            return known;
        }
        Standing found = find(installation, bundle);
        standings.put(installation, found);
        return found;
    }

    /** Whether a bundle stands in the box. */
    public boolean boxed(Bundle bundle) {
        return of(bundle).boxed();
    }

    /** The digest of a bundle's whole content, as an operator's decision names it. */
    public String digest(Bundle bundle) {
        return content(Installation.of(bundle), bundle).whole();
    }

    /** Looks again at what operators decided. */
    public void refresh() {
        standings.clear();
    }

    /** Looks at all of these at once, so that nobody waits for it later. */
    public void lookAt(Bundle... bundles) {
        Stream.of(bundles).parallel().forEach(this::of);
    }

    /** Takes over what an earlier start of the same installation found. */
    public void recall(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.split(" ", 5);
                if (columns.length == 5) {
                    digests.put(
                            new Installation(Long.parseLong(columns[0]), Long.parseLong(columns[1]), columns[4]),
                            new ContentDigest(columns[2], columns[3]));
                }
            }
        } catch (IOException | NumberFormatException e) {
            LOG.warn("What was found earlier cannot be read, so every bundle is looked at again", e);
            digests.clear();
        }
    }

    /** Keeps what was found about these for the next start. */
    public void keep(Path file, Bundle... bundles) {
        Set<Installation> installed = Stream.of(bundles).map(Installation::of).collect(Collectors.toSet());
        List<String> lines = digests.entrySet().stream()
                .filter(entry -> installed.contains(entry.getKey()))
                .map(entry -> String.join(
                        " ",
                        Long.toString(entry.getKey().bundle()),
                        Long.toString(entry.getKey().modified()),
                        entry.getValue().whole(),
                        entry.getValue().withoutManifest(),
                        entry.getKey().location()))
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            LOG.warn("What was found cannot be kept, so the next start takes longer", e);
        }
    }

    private Standing find(Installation installation, Bundle bundle) {
        Supplier<ContentDigest> content = () -> content(installation, bundle);
        try {
            if (host.has(installation.location(), content)) {
                return Standing.HOST;
            }
            Optional<TrustedBundles.Trust> trust = trusted.find(installation.location(), content);
            return trust.map(found -> found.ofAnything() ? Standing.TRUSTED_BLINDLY : Standing.TRUSTED)
                    .orElse(Standing.BOXED);
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.error("{} cannot be read and stands in the box", bundle, e);
            return Standing.BOXED;
        }
    }

    private ContentDigest content(Installation installation, Bundle bundle) {
        ContentDigest known = digests.get(installation);
        if (known != null) {
            return known;
        }
        ContentDigest.Builder digest = new ContentDigest.Builder();
        try {
            add(digest, bundle, "/");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + bundle, e);
        }
        ContentDigest found = digest.build();
        digests.put(installation, found);
        return found;
    }

    /** Through entries alone, which neither resolve the bundle nor mix in those of fragments. */
    private static void add(ContentDigest.Builder digest, Bundle bundle, String folder) throws IOException {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        while (paths != null && paths.hasMoreElements()) {
            String path = paths.nextElement();
            if (path.endsWith("/")) {
                add(digest, bundle, path);
            } else {
                URL entry = bundle.getEntry(path);
                if (entry == null) {
                    throw new IOException("no entry " + path);
                }
                digest.add(path, entry::openStream);
            }
        }
    }

    /**
     * What is installed under a number, until it is updated.
     *
     * @param bundle the bundle's number
     * @param modified when it was installed or updated last
     * @param location where it was installed from
     */
    private record Installation(long bundle, long modified, String location) {

        static Installation of(Bundle bundle) {
            return new Installation(bundle.getBundleId(), bundle.getLastModified(), bundle.getLocation());
        }
    }
}
