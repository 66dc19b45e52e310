package com.allleads.launcher;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What the site proves its name with over TLS.
 *
 * @param key the private key
 * @param chain the site's own certificate, then the one that signed it, and so on
 */
record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

    ServerIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Refuses what browsers would refuse later, when nobody looks.
     *
     * @param certificateSource where the chain is from
     * @param keySource where the key is from
     */
    ServerIdentity checked(Object certificateSource, Object keySource, Instant now) throws TlsFault {
        for (X509Certificate certificate : chain) {
            String name = certificate.getSubjectX500Principal().getName();
            Instant until = certificate.getNotAfter().toInstant();
            if (until.isBefore(now)) {
                throw new TlsFault(certificateSource, "the certificate of " + name + " expired at " + until);
            }
            Instant from = certificate.getNotBefore().toInstant();
            if (from.isAfter(now)) {
                throw new TlsFault(certificateSource, "the certificate of " + name + " is not valid before " + from);
            }
        }
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!isSigned(chain.get(i), chain.get(i + 1))) {
                throw new TlsFault(
                        certificateSource,
                        "certificate " + (i + 2) + " did not sign certificate " + (i + 1)
                                + "; the site's own comes first, each next one signed the one before");
            }
        }
        if (!isKeyOf(chain.get(0))) {
            throw new TlsFault(keySource, "the key does not belong to the certificate in " + certificateSource);
        }
        return this;
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What the key signs, the certificate must verify: that holds for every kind of key. */
    private boolean isKeyOf(X509Certificate certificate) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        byte[] sample = {1};
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "ServerIdentity[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
