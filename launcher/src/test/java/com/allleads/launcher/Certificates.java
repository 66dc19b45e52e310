package com.allleads.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Certificates as an authority would hand them out. */
final class Certificates {

    private Certificates() {}

    static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate that is valid for a day from the given moment. */
    static X509Certificate certificate(String name, KeyPair keys, String issuer, KeyPair issuerKeys, Instant from) {
        try {
            String algorithm =
                    switch (issuerKeys.getPrivate().getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "Ed25519";
                    };
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Principal("CN=" + issuer),
                                    BigInteger.ONE,
                                    Date.from(from),
                                    Date.from(from.plus(Duration.ofDays(1))),
                                    new X500Principal("CN=" + name),
                                    keys.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm).build(issuerKeys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static X509Certificate selfSigned(KeyPair keys, Instant from) {
        return certificate("site.example", keys, "site.example", keys, from);
    }

    /** A private key in the form of its kind before PKCS#8, with the curve beside it as {@code openssl} writes it. */
    static PemObject older(KeyPair pair) {
        try {
            PrivateKeyInfo key = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
            if (pair.getPrivate() instanceof ECKey ec) {
                ECPrivateKey withoutCurve = ECPrivateKey.getInstance(key.parsePrivateKey());
                ECPrivateKey whole = new ECPrivateKey(
                        ec.getParams().getOrder().bitLength(),
                        withoutCurve.getKey(),
                        key.getPrivateKeyAlgorithm().getParameters());
                return new PemObject("EC PRIVATE KEY", whole.getEncoded());
            }
            return new PemObject(
                    "RSA PRIVATE KEY", key.parsePrivateKey().toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes objects to a file one after another. */
    static Path pem(Path file, Object... objects) {
        try (StringWriter text = new StringWriter();
                JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
            writer.flush();
            return Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
