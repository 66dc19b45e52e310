package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The company's signature of a call-back: HMAC-SHA-256 of the body, with the secret that it shares with the site. */
final class Signature {

    /** The header with the signature. */
    static final String HEADER = "${processorName}-signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Signature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Takes as long whatever is wrong, so that nobody can guess it bit by bit. */
    boolean fits(String signature, byte[] body) {
        return MessageDigest.isEqual(of(body).getBytes(UTF_8), signature.getBytes(UTF_8));
    }
}
