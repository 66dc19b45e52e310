package com.allleads.backup.copy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of a table, whatever order its rows come in: the sum of the SHA-256 hashes of its rows. It tells a copy that is not
 * the same; that nobody altered a file is told by its encryption.
 */
final class Digest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
    private static final int RADIX = 16;
    private static final int FOLDED = 1_000;

    private final MessageDigest sha256;
    private final byte[] table;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    Digest(Table table) {
        this.table = (table.name() + '\n').getBytes(StandardCharsets.UTF_8);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    void row(byte[] bytes) {
        sha256.update(table);
        sum = sum.add(new BigInteger(1, sha256.digest(bytes)));
        rows++;
        if (rows % FOLDED == 0) {
            sum = sum.mod(MODULUS);
        }
    }

    Total total() {
        return new Total(rows, sum.mod(MODULUS).toString(RADIX));
    }
}
