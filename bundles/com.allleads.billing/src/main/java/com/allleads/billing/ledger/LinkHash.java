package com.allleads.billing.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of one link: over the hash before it and everything that stands in its transactions, each value with its length, so
 * that no two contents give the same bytes. Names of people are not in it, as the ledger has none. Not safe for use by several
 * threads.
 */
final class LinkHash {

    /** The hash before the first link. */
    static final String BEGINNING = "0".repeat(64);

    private final MessageDigest digest = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** Begins the link that follows a hash. */
    LinkHash(long chain, long place, String before) {
        add(chain);
        add(place);
        add(before);
    }

    /** Takes in the next transaction. */
    LinkHash add(WrittenTransaction transaction) {
        add(transaction.place());
        add(transaction.reference());
        add(transaction.kind());
        add(transaction.account());
        add(transaction.amount());
        add(transaction.reason());
        add(transaction.actor());
        add(transaction.data());
        add(transaction.madeAt());
        add(transaction.entries().size());
        transaction.entries().forEach(entry -> {
            add(entry.leg());
            add(entry.account());
            add(entry.changeNo());
            add(entry.amount());
            add(entry.balance());
        });
        return this;
    }

    /** The hash of the link, in hex; nothing more can be added. */
    String end() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(long value) {
        digest.update(number.clear().putLong(value).flip());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
