package com.allleads.audit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** How an entry is chained: its hash covers the hash before it and all that stands in it. */
final class Link {

    /** What the first entry follows. */
    static final String BEGINNING = "0".repeat(64);

    private Link() {}

    static String hash(String previous, StoredEntry entry) {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.writeUTF(previous);
            out.writeLong(entry.number());
            out.writeLong(entry.begun());
            out.writeLong(entry.at());
            write(out, entry.operator());
            write(out, entry.role());
            write(out, entry.channel());
            write(out, entry.action());
            write(out, entry.subjectKind());
            write(out, entry.subject());
            write(out, entry.reason());
            out.writeBoolean(entry.sealed());
            write(out, entry.outcome());
            write(out, entry.problem());
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written anywhere", impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The length goes before, so that no two entries are written alike. */
    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        byte[] bytes = text.orElse("").getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.isPresent() ? bytes.length : -1);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
