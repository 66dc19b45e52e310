package com.allleads.registration.credentials;

import com.allleads.api.person.PersonId;
import com.allleads.api.secret.SecretFile;
import com.allleads.registration.RegistrationSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time PINs of six digits. Kept as a keyed digest, since a plain one of a million values would be found at once. A person
 * has at most one PIN for each use; a new one replaces it. Safe for use by many threads.
 */
@Component(service = Pins.class)
public final class Pins {

    private static final String KEY_FILE = "registration-pin.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int PINS = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final RegistrationSettings settings;
    private final SecretKeySpec key;

    @Activate
    public Pins(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi,
            @Reference RegistrationSettings settings) {
        this(jdbi, settings, SecretFile.named(KEY_FILE));
    }

    /** Keeps the key in another place. */
    public Pins(Jdbi jdbi, RegistrationSettings settings, SecretFile keyFile) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.key = new SecretKeySpec(keyFile.readOrMake(this::newKey), ALGORITHM);
    }

    /** Makes a new PIN, in the caller's transaction where there is one. */
    public String issue(PersonId person, PinUse use) {
        String pin = String.format("%06d", random.nextInt(PINS));
        RegistrationSettings.Values now = settings.now();
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM registration_pin WHERE person = :person AND pin_use = :use")
                    .bind("person", person.toString())
                    .bind("use", use.name())
                    .execute();
            handle.createUpdate("INSERT INTO registration_pin (person, pin_use, digest, expires_at, tries_left)"
                            + " VALUES (:person, :use, :digest, :expires, :tries)")
                    .bind("person", person.toString())
                    .bind("use", use.name())
                    .bind("digest", digest(person, use, pin))
                    .bind("expires", Instant.now().plus(now.pinValidity()).toEpochMilli())
                    .bind("tries", now.pinTries())
                    .execute();
        });
        return pin;
    }

    /**
     * Whether it is the PIN; a right one is used up. A try is counted before the PIN is compared, so that many tries at once
     * are no more than many tries in a row.
     */
    public boolean use(PersonId person, PinUse use, String pin) {
        return jdbi.withHandle(handle -> {
            int counted = handle.createUpdate("UPDATE registration_pin SET tries_left = tries_left - 1"
                            + " WHERE person = :person AND pin_use = :use AND tries_left > 0 AND expires_at > :now")
                    .bind("person", person.toString())
                    .bind("use", use.name())
                    .bind("now", Instant.now().toEpochMilli())
                    .execute();
            Optional<String> expected = handle.createQuery(
                            "SELECT digest FROM registration_pin WHERE person = :person AND pin_use = :use")
                    .bind("person", person.toString())
                    .bind("use", use.name())
                    .mapTo(String.class)
                    .findOne();
            boolean right = counted == 1
                    && expected.isPresent()
                    && MessageDigest.isEqual(bytes(expected.get()), bytes(digest(person, use, pin)));
            return right
                    && handle.createUpdate("DELETE FROM registration_pin"
                                            + " WHERE person = :person AND pin_use = :use AND digest = :digest")
                                    .bind("person", person.toString())
                                    .bind("use", use.name())
                                    .bind("digest", expected.get())
                                    .execute()
                            == 1;
        });
    }

    private String digest(PersonId person, PinUse use, String pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes(person + "/" + use + "/" + pin)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private byte[] newKey() {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return fresh;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
