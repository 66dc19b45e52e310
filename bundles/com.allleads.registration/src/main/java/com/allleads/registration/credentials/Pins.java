package com.allleads.registration.credentials;

import com.allleads.api.person.PersonId;
import com.allleads.api.secret.SecretFile;
import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.RegistrationSettings.Values;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time PINs of six digits. Kept as a keyed digest, since a plain one of a million values would be found at once. A person
 * has at most one PIN for each use; a new one replaces it. Writes join the caller's transaction where there is one. Safe for
 * use by many threads.
 */
@Component(service = Pins.class)
public final class Pins {

    /**
     * Between two PINs for one use: whoever asks for PINs without end must neither flood somebody's mailbox nor get tries
     * without end.
     */
    public static final Duration PAUSE = Duration.ofMinutes(1);

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

    /**
     * Makes the first PIN of a person for a use.
     *
     * @param about what it proves something about, as in an address; the PIN is right for nothing else
     */
    public String issue(PersonId person, PinUse use, String about) {
        String pin = newPin();
        Instant now = Instant.now();
        jdbi.useHandle(handle -> insert(handle, person, use, digest(person, use, about, pin), now));
        return pin;
    }

    /**
     * Makes a PIN in place of an earlier one.
     *
     * @param about as with {@link #issue}
     * @return empty where there is none to be replaced, or it was made just now
     */
    public Optional<String> renew(PersonId person, PinUse use, String about) {
        String pin = newPin();
        Values values = settings.now();
        Instant now = Instant.now();
        int renewed = jdbi.withHandle(handle -> handle.createUpdate("UPDATE registration_pin SET digest = :digest,"
                        + " issued_at = :now, expires_at = :expires, tries_left = :tries"
                        + " WHERE person = :person AND pin_use = :use AND issued_at <= :before")
                .bind("digest", digest(person, use, about, pin))
                .bind("now", now.toEpochMilli())
                .bind("expires", now.plus(values.pinValidity()).toEpochMilli())
                .bind("tries", values.pinTries())
                .bind("person", person.toString())
                .bind("use", use.name())
                .bind("before", now.minus(PAUSE).toEpochMilli())
                .execute());
        return renewed == 1 ? Optional.of(pin) : Optional.empty();
    }

    /**
     * Makes a PIN, whether or not there is an earlier one.
     *
     * @return empty where the earlier one was made just now
     */
    public Optional<String> issueOrRenew(PersonId person, PinUse use, String about) {
        return exists(person, use) ? renew(person, use, about) : Optional.of(issue(person, use, about));
    }

    /**
     * Whether it is the PIN; a right one is used up. A try is counted before the PIN is compared, so that many tries at once
     * are no more than many tries in a row.
     */
    public boolean use(PersonId person, PinUse use, String about, String pin) {
        return jdbi.withHandle(handle -> {
            int counted = handle.createUpdate("UPDATE registration_pin SET tries_left = tries_left - 1"
                            + " WHERE person = :person AND pin_use = :use AND tries_left > 0 AND expires_at > :now")
                    .bind("person", person.toString())
                    .bind("use", use.name())
                    .bind("now", Instant.now().toEpochMilli())
                    .execute();
            byte[] entered = bytes(digest(person, use, about, pin));
            Optional<String> expected = handle.createQuery(
                            "SELECT digest FROM registration_pin WHERE person = :person AND pin_use = :use")
                    .bind("person", person.toString())
                    .bind("use", use.name())
                    .mapTo(String.class)
                    .findOne()
                    .filter(digest -> MessageDigest.isEqual(bytes(digest), entered));
            return counted == 1 && expected.isPresent() && delete(handle, person, use, expected.get());
        });
    }

    /** Takes back every PIN of a person. */
    public void withdrawAll(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_pin WHERE person = :person")
                .bind("person", person.toString())
                .execute());
    }

    /** Forgets PINs that were made before a time, whosever they are. */
    public void sweep(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_pin WHERE issued_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private boolean exists(PersonId person, PinUse use) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1 FROM registration_pin WHERE person = :person AND pin_use = :use")
                        .bind("person", person.toString())
                        .bind("use", use.name())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    private void insert(Handle handle, PersonId person, PinUse use, String digest, Instant now) {
        Values values = settings.now();
        handle.createUpdate("INSERT INTO registration_pin (person, pin_use, digest, issued_at, expires_at, tries_left)"
                        + " VALUES (:person, :use, :digest, :now, :expires, :tries)")
                .bind("person", person.toString())
                .bind("use", use.name())
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .bind("expires", now.plus(values.pinValidity()).toEpochMilli())
                .bind("tries", values.pinTries())
                .execute();
    }

    /** Of two who enter the right PIN at the same time, one finds it gone. */
    private static boolean delete(Handle handle, PersonId person, PinUse use, String digest) {
        return handle.createUpdate(
                                "DELETE FROM registration_pin WHERE person = :person AND pin_use = :use AND digest = :digest")
                        .bind("person", person.toString())
                        .bind("use", use.name())
                        .bind("digest", digest)
                        .execute()
                == 1;
    }

    private String newPin() {
        return String.format("%06d", random.nextInt(PINS));
    }

    private String digest(PersonId person, PinUse use, String about, String pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes(person + "\n" + use + "\n" + about + "\n" + pin)));
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
