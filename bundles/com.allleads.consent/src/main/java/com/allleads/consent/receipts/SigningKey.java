package com.allleads.consent.receipts;

import com.allleads.api.secret.SecretFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The site's Ed25519 key, in a PEM file that has both halves. Safe for use by many threads. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_LENGTH = 32;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Reads the key, or makes it at the first start.
     *
     * @throws IllegalStateException where the file holds anything else than a pair of keys
     */
    static SigningKey of(SecretFile file) {
        String pem = new String(file.readOrMake(SigningKey::newPem), StandardCharsets.US_ASCII);
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            SigningKey key = new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))),
                    factory.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY"))));
            byte[] probe = {1};
            if (!key.verifies(probe, key.sign(probe))) {
                throw new IllegalStateException(file + ": the public key is not that of the private key");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " must hold an Ed25519 key in PEM", e);
        }
    }

    /** Signs. */
    byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this key signs", impossible);
        }
    }

    /** Whether this key signed it. */
    boolean verifies(byte[] data, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(publicKey);
        signature.update(data);
        return signature.verify(signed);
    }

    /** The public key's 32 bytes in base64url, as in a JWK's member {@code x} (RFC 8037). */
    String x() {
        byte[] encoded = publicKey.getEncoded();
        // The X.509 form ends with the raw key.
        return BASE64URL.encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length));
    }

    /** The key's thumbprint (RFC 7638), which names it. */
    String id() {
        try {
            String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x() + "\"}";
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.US_ASCII));
            return BASE64URL.encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] newPem() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String pem = block("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + block("PUBLIC KEY", pair.getPublic().getEncoded());
            return pem.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    private static byte[] block(String pem, String kind) {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----(.*?)-----END " + kind + "-----", Pattern.DOTALL)
                .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
