package com.allleads.vault.uses;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** How a batch of uses is chained: its hash covers the hash before it, its place in the chain, and every use in it. */
final class Link {

    private static final int HASH_BYTES = 32;

    private Link() {}

    /** What the first batch of a chain follows. */
    static byte[] beginning() {
        return new byte[HASH_BYTES];
    }

    static byte[] hash(byte[] previous, String writer, long batch, List<RecordedUse> uses) {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.write(previous);
            out.writeUTF(writer);
            out.writeLong(batch);
            out.writeInt(uses.size());
            for (RecordedUse use : uses) {
                Terms terms = use.terms();
                out.writeUTF(use.person());
                out.writeLong(use.at().toEpochMilli());
                out.writeUTF(terms.fields());
                out.writeUTF(terms.purpose());
                out.writeUTF(terms.basis());
                out.writeUTF(use.receipt().orElse(""));
                out.writeUTF(terms.recipientKind());
                out.writeUTF(terms.recipientName());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written anywhere", impossible);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
