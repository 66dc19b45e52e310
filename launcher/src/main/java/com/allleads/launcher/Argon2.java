package com.allleads.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the form that Karaf's {@code spring-security-crypto} encryption service reads with algorithm {@code argon2}
 * and encoding {@code base64}. That service takes the cost from the hash itself, so ours may exceed its default.
 */
final class Argon2 {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random;

    Argon2(SecureRandom random) {
        this.random = random;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        String encoded = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + LANES
                + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(derive(password, salt, MEMORY_KIB, ITERATIONS, LANES));
        return Base64.getEncoder().encodeToString(encoded.getBytes(StandardCharsets.UTF_8));
    }

    /** A hash that cannot be read matches nothing, so that the caller writes a new one. */
    boolean matches(String password, String hash) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(hash), StandardCharsets.UTF_8).split("\\$", -1);
            String[] cost = parts[3].split("[,=]", -1);
            byte[] salt = Base64.getDecoder().decode(parts[4]);
            byte[] actual = derive(
                    password, salt, Integer.parseInt(cost[1]), Integer.parseInt(cost[3]), Integer.parseInt(cost[5]));
            return MessageDigest.isEqual(Base64.getDecoder().decode(parts[5]), actual);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            return false;
        }
    }

    private static byte[] derive(String password, byte[] salt, int memory, int iterations, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .build());
        byte[] derived = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
        return derived;
    }
}
