package com.allleads.backup.files;

import com.allleads.api.secret.SecretFile;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The key that backups are encrypted with: in a file, in no database and in no backup. Made when the first backup is; without a
 * copy of it elsewhere, backups are lost with the machine.
 */
@Component(service = BackupKey.class)
public final class BackupKey {

    /** The file below {@code secrets/}. */
    public static final String NAME = "backup.key";

    static final int PRINT_BYTES = 32;

    private static final int BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;

    private final SecretFile file;

    /** That of this instance. */
    @Activate
    public BackupKey() {
        this(SecretFile.named(NAME));
    }

    /** That of the instance in a folder. */
    public BackupKey(Path instance) {
        this(SecretFile.below(instance, NAME));
    }

    private BackupKey(SecretFile file) {
        this.file = file;
    }

    /** Encrypts and decrypts streams, each with a key of its own that is derived from this one. */
    StreamingAead streaming() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key(), "HmacSha256", BYTES, SEGMENT_BYTES, 0);
    }

    /** Tells keys apart without telling anything about them. */
    byte[] print() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return Arrays.copyOf(
                    mac.doFinal("allleads backup fingerprint".getBytes(StandardCharsets.US_ASCII)), PRINT_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private byte[] key() {
        String hex = new String(file.readOrMake(BackupKey::newKey), StandardCharsets.US_ASCII).strip();
        if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new IllegalStateException("secrets/" + NAME + " must hold a key of " + 2 * BYTES + " hex digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] newKey() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
