package com.allleads.payment.stripe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of webhooks, version 1: HMAC-SHA256 over the time of sending and the body. */
final class WebhookSignature {

    static final String HEADER = "stripe-signature";

    /** What is older may be somebody's repetition. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final Secret secret;
    private final Clock clock;

    WebhookSignature(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Whether Stripe itself signed this body, not long ago. */
    boolean fits(String header, byte[] body) {
        List<String> times = values(header, "t=");
        if (times.size() != 1 || !times.get(0).matches("[0-9]{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(times.get(0)));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] right = sign(times.get(0), body).getBytes(US_ASCII);
        // There are several while the secret is being exchanged.
        return values(header, "v1=").stream()
                .map(given -> MessageDigest.isEqual(right, given.getBytes(US_ASCII)))
                .reduce(false, Boolean::logicalOr);
    }

    /** The signature of a body that is sent at a time, in seconds. */
    String sign(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static List<String> values(String header, String name) {
        return Stream.of(header.split(","))
                .map(String::strip)
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .toList();
    }
}
