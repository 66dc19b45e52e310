package com.allleads.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * Reads a certificate chain and its key from PEM files, as certificate authorities hand them out and {@code openssl} writes
 * them: keys in PKCS#8, and in the older forms of RSA and EC.
 */
final class PemFiles {

    /** RFC 8410. */
    private static final String ED25519 = "1.3.101.112";

    private PemFiles() {}

    static ServerIdentity read(Path certificates, Path key) throws TlsFault {
        return new ServerIdentity(key(key), chain(certificates));
    }

    private static List<X509Certificate> chain(Path file) throws TlsFault {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemObject part : parts(file)) {
                if (part.getType().equals("CERTIFICATE")) {
                    chain.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(part.getContent())));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new TlsFault(file, "certificate " + (chain.size() + 1) + " cannot be read");
        }
        if (chain.isEmpty()) {
            throw new TlsFault(file, "holds no certificate in PEM (BEGIN CERTIFICATE)");
        }
        return chain;
    }

    private static PrivateKey key(Path file) throws TlsFault {
        for (PemObject part : parts(file)) {
            switch (part.getType()) {
                case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY" -> {
                    return key(file, part);
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new TlsFault(file, "the key is encrypted; it is needed without a passphrase, or in PKCS#12");
                default -> {
                    // Certificates and EC parameters may stand in the same file.
                }
            }
        }
        throw new TlsFault(file, "holds no private key in PEM (BEGIN PRIVATE KEY)");
    }

    private static PrivateKey key(Path file, PemObject part) throws TlsFault {
        if (!part.getHeaders().isEmpty()) {
            throw new TlsFault(file, "the key is encrypted; it is needed without a passphrase, or in PKCS#12");
        }
        try {
            PrivateKeyInfo key = pkcs8(part);
            return KeyFactory.getInstance(algorithm(file, key))
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new TlsFault(file, "the private key cannot be read");
        }
    }

    private static PrivateKeyInfo pkcs8(PemObject part) throws IOException {
        return switch (part.getType()) {
            case "RSA PRIVATE KEY" ->
                new PrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        RSAPrivateKey.getInstance(part.getContent()));
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(part.getContent());
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
            }
            default -> PrivateKeyInfo.getInstance(part.getContent());
        };
    }

    private static String algorithm(Path file, PrivateKeyInfo key) throws TlsFault {
        var algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (algorithm.getId().equals(ED25519)) {
            return "Ed25519";
        }
        throw new TlsFault(file, "the private key must be RSA, EC or Ed25519");
    }

    private static List<PemObject> parts(Path file) throws TlsFault {
        List<PemObject> parts = new ArrayList<>();
        // Some authorities put a readable form before each part, in whatever letters the owner's name has.
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                PemReader reader = new PemReader(text)) {
            for (PemObject part = reader.readPemObject(); part != null; part = reader.readPemObject()) {
                parts.add(part);
            }
            return parts;
        } catch (NoSuchFileException e) {
            throw new TlsFault(file, "there is no such file");
        } catch (IOException | IllegalArgumentException e) {
            throw new TlsFault(file, "cannot be read as PEM");
        }
    }
}
