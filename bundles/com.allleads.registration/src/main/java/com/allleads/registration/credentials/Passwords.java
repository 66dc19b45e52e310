package com.allleads.registration.credentials;

import com.allleads.api.rest.Problem;
import com.allleads.registration.RegistrationSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hashes passwords by Argon2id (RFC 9106) and keeps them in the PHC string format, so that each hash carries its own cost.
 * Safe for use by many threads.
 */
@Component(service = Passwords.class)
public final class Passwords {

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PATIENCE_SECONDS = 5;

    private final SecureRandom random = new SecureRandom();
    private final RegistrationSettings settings;

    /** Each hash takes megabytes: no more at a time than fit into their share of the memory, and the rest wait their turn. */
    private final Semaphore kibibytes = new Semaphore(RegistrationSettings.MOST_HASH_KIB, true);

    @Activate
    public Passwords(@Reference RegistrationSettings settings) {
        this.settings = settings;
    }

    /**
     * The hash of a new password, at the cost now set.
     *
     * @throws com.allleads.api.rest.ProblemException 503 where too many passwords are being hashed
     */
    public String hash(String password) {
        RegistrationSettings.Values cost = settings.now();
        byte[] salt = salt();
        byte[] hash = argon2id(password, salt, cost.passwordMemoryKib(), cost.passwordPasses());
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.passwordMemoryKib() + ",t=" + cost.passwordPasses() + ",p=1$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /**
     * Whether a password is the one that was hashed. Without a hash it takes as long and answers no, so that nobody can tell
     * by the time whether there is an account.
     *
     * @throws com.allleads.api.rest.ProblemException as {@link #hash}
     */
    public boolean matches(String password, Optional<String> hash) {
        if (hash.isEmpty()) {
            RegistrationSettings.Values cost = settings.now();
            argon2id(password, salt(), cost.passwordMemoryKib(), cost.passwordPasses());
            return false;
        }
        Matcher phc = PHC.matcher(hash.get());
        if (!phc.matches()) {
            throw new IllegalStateException("a stored password is no Argon2id hash");
        }
        byte[] expected = Base64.getDecoder().decode(phc.group(4));
        byte[] actual = argon2id(
                password,
                Base64.getDecoder().decode(phc.group(3)),
                Integer.parseInt(phc.group(1)),
                Integer.parseInt(phc.group(2)));
        return MessageDigest.isEqual(expected, actual);
    }

    private byte[] argon2id(String password, byte[] salt, int memoryKib, int passes) {
        // One made on a machine with more memory has the whole share to itself.
        int share = Math.min(memoryKib, RegistrationSettings.MOST_HASH_KIB);
        await(share);
        try {
            byte[] hash = new byte[HASH_BYTES];
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(bytes(password), hash);
            return hash;
        } finally {
            kibibytes.release(share);
        }
    }

    private void await(int share) {
        try {
            if (kibibytes.tryAcquire(share, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable("Too many people register or sign in at this moment. Try again in a minute.")
                .exception();
    }

    /** The same letters are the same password, whichever way a keyboard composes them (NIST SP 800-63B). */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
