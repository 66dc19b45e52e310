package com.allleads.glassbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Names what a bundle consists of, by SHA-256: over the names of its files, in order, each with the digest of its content. It
 * depends neither on how the files were packed nor on the framework that keeps them.
 *
 * @param whole over all files
 * @param withoutManifest over all but the manifest and signatures, which differ each time that a library is wrapped as a bundle
 */
public record ContentDigest(String whole, String withoutManifest) {

    private static final Pattern OF_THE_PACKAGING = Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))");
    private static final int BUFFER = 1 << 16;

    /** Opens a file; called once for each. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Takes in the files of a bundle, in any order. */
    static final class Builder {

        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final byte[] buffer = new byte[BUFFER];

        /** Adds a file by its path, without a slash before it. */
        void add(String path, Opener file) throws IOException {
            MessageDigest digest = sha256();
            try (InputStream content = new DigestInputStream(file.open(), digest)) {
                while (content.read(buffer) >= 0) {
                    // Reading is what digests it.
                }
            }
            files.put(path, digest.digest());
        }

        ContentDigest build() {
            MessageDigest whole = sha256();
            MessageDigest rest = sha256();
            files.forEach((path, content) -> {
                byte[] name = path.getBytes(StandardCharsets.UTF_8);
                update(whole, name, content);
                if (!OF_THE_PACKAGING.matcher(path).matches()) {
                    update(rest, name, content);
                }
            });
            return new ContentDigest(
                    HexFormat.of().formatHex(whole.digest()), HexFormat.of().formatHex(rest.digest()));
        }

        private static void update(MessageDigest digest, byte[] name, byte[] content) {
            digest.update(name);
            digest.update((byte) 0);
            digest.update(content);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
