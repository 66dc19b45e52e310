package com.allleads.payment.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs call-backs by HMAC-SHA-256, so that nobody else can tell the platform of payments. */
final class CallbackSignature {

    /** The header with the signature of the body. */
    static final String HEADER = "sandbox-signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    private CallbackSignature(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** With the secret in a folder, which is made at the first start and readable by its owner alone. */
    static CallbackSignature in(Path folder) throws IOException {
        Path file = folder.resolve("callback.key");
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(
                    folder,
                    "callback",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            Files.write(fresh, secret);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != SECRET_BYTES) {
            throw new IOException(file + " is damaged; remove it and a new one is made");
        }
        return new CallbackSignature(secret);
    }

    /** The signature of a body. */
    String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether a signature fits a body; takes as long whatever is wrong. */
    boolean fits(String signature, byte[] body) {
        return MessageDigest.isEqual(
                of(body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
