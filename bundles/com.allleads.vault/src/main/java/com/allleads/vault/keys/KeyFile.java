package com.allleads.vault.keys;

import com.allleads.api.secret.SecretFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits in a file, in hex. */
final class KeyFile {

    private static final int BYTES = 32;

    private final SecretFile file;

    KeyFile(SecretFile file) {
        this.file = file;
    }

    /**
     * The key that must be there by now.
     *
     * @param print of the key that is expected
     * @throws IllegalStateException where the file is missing or holds another key; the message names the fix
     */
    byte[] read(String print) {
        byte[] key = file.read()
                .map(this::decode)
                .orElseThrow(
                        () -> new IllegalStateException(name() + " is missing, but the vault was set up with it: put"
                                + " the file back from its backup; without it no personal data can be read"));
        if (!print(key).equals(print)) {
            throw new IllegalStateException(file
                    + " holds another key than the vault was set up with: put the right file back from its backup");
        }
        return key;
    }

    /** The key, made where the file is missing. */
    byte[] readOrMake() {
        return decode(file.readOrMake(KeyFile::newKey));
    }

    /** The key, where the file is there and holds one. */
    Optional<byte[]> find() {
        return file.read().filter(KeyFile::isKey).map(this::decode);
    }

    /** Destroys what an older file holds, and gives this one its name. */
    void takePlaceOf(KeyFile older) {
        file.takePlaceOf(older.file);
    }

    /** Tells keys apart without telling anything about them. */
    static String print(byte[] key) {
        return HexFormat.of().formatHex(hmac(key, "allleads fingerprint".getBytes(StandardCharsets.US_ASCII)));
    }

    /** HMAC-SHA-256. */
    static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    /** Anyone may ask whether the site is ready, so messages do not tell where it is installed. */
    String name() {
        return "secrets/" + file.path().getFileName();
    }

    private byte[] decode(byte[] content) {
        if (!isKey(content)) {
            throw new IllegalStateException(name() + " must hold a key of " + 2 * BYTES + " hex digits");
        }
        return HexFormat.of().parseHex(hex(content));
    }

    private static boolean isKey(byte[] content) {
        return hex(content).matches("[0-9a-f]{" + 2 * BYTES + "}");
    }

    private static String hex(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII).strip();
    }

    private static byte[] newKey() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
