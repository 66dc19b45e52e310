package com.allleads.registration.credentials;

import com.allleads.registration.RegistrationSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

    /** Each hash takes megabytes: as many at a time as there are processors, and the rest wait their turn. */
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final RegistrationSettings settings;
    private final String nobodys;

    @Activate
    public Passwords(@Reference RegistrationSettings settings) {
        this.settings = settings;
        this.nobodys = hash(Base64.getEncoder().encodeToString(salt()));
    }

    /** The hash of a new password, at the cost now set. */
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
     */
    public boolean matches(String password, Optional<String> hash) {
        Matcher phc = PHC.matcher(hash.orElse(nobodys));
        if (!phc.matches()) {
            throw new IllegalStateException("a stored password is no Argon2id hash");
        }
        byte[] expected = Base64.getDecoder().decode(phc.group(4));
        byte[] actual = argon2id(
                password,
                Base64.getDecoder().decode(phc.group(3)),
                Integer.parseInt(phc.group(1)),
                Integer.parseInt(phc.group(2)));
        return MessageDigest.isEqual(expected, actual) && hash.isPresent();
    }

    private byte[] argon2id(String password, byte[] salt, int memoryKib, int passes) {
        byte[] hash = new byte[HASH_BYTES];
        turns.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            turns.release();
        }
        return hash;
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
