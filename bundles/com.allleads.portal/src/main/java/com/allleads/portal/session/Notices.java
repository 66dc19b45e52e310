package com.allleads.portal.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a notice across a redirect. It travels in the address, encrypted for the visitor's session and for two minutes, so
 * that nobody reads it there, no node keeps it, and no cookie is needed.
 */
@Component(service = Notices.class)
public final class Notices {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final PortalKey key;
    private final Clock clock;

    @Activate
    public Notices(@Reference PortalKey key) {
        this(key, Clock.systemUTC());
    }

    Notices(PortalKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The notice as it may stand in an address. */
    public String seal(String notice, Visitor visitor) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = notice.getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(text);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, visitor, nonce, plain.array())
                .orElseThrow(() -> new IllegalStateException("a notice cannot be encrypted"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** The notice, where it was sealed for this visitor not long ago. */
    public Optional<String> open(String sealed, Visitor visitor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < NONCE) {
            return Optional.empty();
        }
        byte[] nonce = ByteBuffer.allocate(NONCE).put(bytes, 0, NONCE).array();
        byte[] rest = new byte[bytes.length - NONCE];
        System.arraycopy(bytes, NONCE, rest, 0, rest.length);
        return crypt(Cipher.DECRYPT_MODE, visitor, nonce, rest).flatMap(this::fresh);
    }

    private Optional<String> fresh(byte[] plain) {
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        Instant end = Instant.ofEpochSecond(buffer.getLong());
        return clock.instant().isAfter(end)
                ? Optional.empty()
                : Optional.of(StandardCharsets.UTF_8.decode(buffer).toString());
    }

    /** Empty where it was not made with this visitor's key. */
    private Optional<byte[]> crypt(int mode, Visitor visitor, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            SecretKeySpec own =
                    new SecretKeySpec(key.derive("notice", visitor.bond().orElse("")), "AES");
            cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
