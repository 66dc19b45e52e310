package com.allleads.store.migration;

import com.allleads.api.store.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads a changelog out of its bundle. */
final class BundleChangelog {

    private BundleChangelog() {}

    /**
     * The changelog that a clause names.
     *
     * @throws IllegalArgumentException where the bundle has no such file
     */
    static Changelog read(Bundle bundle, ChangelogClause clause) {
        if (bundle.getEntry(clause.path()) == null) {
            throw new IllegalArgumentException(
                    Schema.HEADER + " names " + clause.path() + ", which the bundle doesn't hold");
        }
        return new Changelog(
                bundle.getSymbolicName(),
                bundle.getVersion(),
                clause.path(),
                clause.dataSource(),
                digest(bundle, clause.path()),
                bundle.adapt(BundleWiring.class).getClassLoader());
    }

    /** Over every file in the changelog's folder, as it may include any of them. */
    private static String digest(Bundle bundle, String path) {
        MessageDigest digest = sha256();
        files(bundle, path).forEach((name, file) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content(file));
        });
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static SortedMap<String, URL> files(Bundle bundle, String path) {
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "/";
        Enumeration<URL> found = bundle.findEntries(folder, "*", true);
        SortedMap<String, URL> files = new TreeMap<>();
        for (URL file : found == null ? Collections.<URL>emptyList() : Collections.list(found)) {
            if (!file.getPath().endsWith("/")) {
                files.put(file.getPath(), file);
            }
        }
        return files;
    }

    private static byte[] content(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file.getPath() + " cannot be read from its bundle", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}
