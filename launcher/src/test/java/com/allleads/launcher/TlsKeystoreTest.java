package com.allleads.launcher;

import static com.allleads.launcher.Certificates.certificate;
import static com.allleads.launcher.Certificates.keys;
import static com.allleads.launcher.Certificates.older;
import static com.allleads.launcher.Certificates.pem;
import static com.allleads.launcher.Certificates.selfSigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TlsKeystoreTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(23));
    private static final KeyPair RSA = keys("RSA");
    private static final KeyPair EC = keys("EC");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path certificate;
    private Path key;
    private Path keystore;
    private Path target;

    @Before
    public void files() {
        Path root = folder.getRoot().toPath();
        certificate = root.resolve("site.crt");
        key = root.resolve("site.key");
        keystore = root.resolve("site.p12");
        target = root.resolve("tls.p12");
    }

    @Test
    public void takesEveryUsualFormOfAKey() throws Exception {
        for (KeyPair pair : List.of(RSA, EC, keys("Ed25519"))) {
            X509Certificate site = selfSigned(pair, YESTERDAY);
            pem(certificate, site);
            pem(key, new JcaPKCS8Generator(pair.getPrivate(), null));
            assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY");
            assertThat(served(write())).as("PKCS#8").containsExactly(site);
        }
        for (KeyPair pair : List.of(RSA, EC)) {
            pem(certificate, selfSigned(pair, YESTERDAY));
            pem(key, older(pair));
            assertThat(Files.readString(key)).matches("(?s)-----BEGIN (RSA|EC) PRIVATE KEY.*");
            assertThat(served(write())).as("older form").hasSize(1);
        }
    }

    @Test
    public void keepsTheChainInItsOrder() throws Exception {
        X509Certificate authority = certificate("authority", EC, "authority", EC, YESTERDAY);
        X509Certificate site = certificate("site.example", RSA, "authority", EC, YESTERDAY);
        pem(certificate, site, authority);
        pem(key, RSA.getPrivate());

        assertThat(served(write())).containsExactly(site, authority);

        pem(certificate, authority, site);
        pem(key, older(EC));
        refuses(certificate + ": certificate 2 did not sign certificate 1");
    }

    @Test
    public void takesAKeystore() throws Exception {
        keystoreOf("its password", RSA);

        assertThat(served(fromKeystore("its password"))).hasSize(1);
    }

    @Test
    public void whatIsWrittenIsItsOwnersAloneAndHasAPasswordOfItsOwn() throws Exception {
        pem(certificate, selfSigned(RSA, YESTERDAY));
        pem(key, RSA.getPrivate());

        assertThat(write()).isNotEqualTo(write()).hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    public void refusesAKeyOfAnotherCertificate() {
        pem(certificate, selfSigned(RSA, YESTERDAY));

        pem(key, keys("RSA").getPrivate());
        refuses(key + ": the key does not belong to the certificate in " + certificate);

        pem(key, older(EC));
        refuses(key + ": the key does not belong to the certificate in " + certificate);
    }

    @Test
    public void refusesACertificateOutsideItsTime() {
        pem(key, RSA.getPrivate());

        pem(certificate, selfSigned(RSA, NOW.minus(Duration.ofDays(2))));
        refuses(certificate + ": the certificate of CN=site.example expired at 2026-11-24T12:00:00Z");

        pem(certificate, selfSigned(RSA, NOW.plus(Duration.ofHours(1))));
        refuses(certificate + ": the certificate of CN=site.example is not valid before 2026-11-25T13:00:00Z");
    }

    @Test
    public void namesTheFileThatCannotBeRead() throws IOException {
        pem(key, RSA.getPrivate());
        refuses(certificate + ": there is no such file");

        Files.writeString(certificate, "no certificate");
        refuses(certificate + ": holds no certificate");

        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        refuses(certificate + ": certificate 1 cannot be read");

        pem(certificate, selfSigned(RSA, YESTERDAY));
        pem(key, selfSigned(RSA, YESTERDAY));
        refuses(key + ": holds no private key");

        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
        refuses(key + ": the private key cannot be read");
    }

    @Test
    public void saysThatAKeyIsEncrypted() throws IOException, OperatorCreationException {
        pem(certificate, selfSigned(RSA, YESTERDAY));

        pem(
                key,
                new JcaPKCS8Generator(
                        RSA.getPrivate(),
                        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword("secret".toCharArray())
                                .build()));
        refuses(key + ": the key is encrypted");

        pem(
                key,
                new JcaMiscPEMGenerator(
                        RSA.getPrivate(),
                        new JcePEMEncryptorBuilder("AES-128-CBC")
                                .setProvider(new BouncyCastleProvider())
                                .build("secret".toCharArray())));
        refuses(key + ": the key is encrypted");
    }

    @Test
    public void saysWhatIsWrongWithAKeystore() throws Exception {
        assertThatThrownBy(() -> fromKeystore("any")).hasMessage(keystore + ": there is no such file");

        keystoreOf("its password", RSA);
        assertThatThrownBy(() -> fromKeystore("another"))
                .hasMessage(keystore + ": the password in ALLLEADS_TLS_KEYSTORE_PASSWORD is wrong");

        keystoreOf("its password", RSA, EC);
        assertThatThrownBy(() -> fromKeystore("its password"))
                .hasMessage(keystore + ": holds 2 private keys; exactly one is needed");

        Files.writeString(keystore, "no keystore");
        assertThatThrownBy(() -> fromKeystore("its password"))
                .hasMessage(keystore + ": cannot be read as a PKCS#12 keystore");
    }

    @Test
    public void namesTheVariableThatIsMissing() {
        assertThatThrownBy(() -> new TlsKeystore(Map.of("ALLLEADS_TLS_KEY", key.toString()), NOW).write(target))
                .hasMessage("ALLLEADS_TLS_CERTIFICATE: not set, but ALLLEADS_TLS_KEY is");
        assertThatThrownBy(() -> new TlsKeystore(Map.of("ALLLEADS_TLS_CERTIFICATE", "site.crt"), NOW).write(target))
                .hasMessage("ALLLEADS_TLS_KEY: not set, but ALLLEADS_TLS_CERTIFICATE is");
        assertThatThrownBy(() -> new TlsKeystore(
                                Map.of("ALLLEADS_TLS_KEYSTORE", "site.p12", "ALLLEADS_TLS_KEY", "site.key"), NOW)
                        .write(target))
                .hasMessageStartingWith("ALLLEADS_TLS_KEYSTORE: set beside PEM files");
    }

    private String write() throws Exception {
        return new TlsKeystore(
                        Map.of(
                                "ALLLEADS_TLS_CERTIFICATE", certificate.toString(),
                                "ALLLEADS_TLS_KEY", key.toString()),
                        NOW)
                .write(target);
    }

    private String fromKeystore(String password) throws Exception {
        return new TlsKeystore(
                        Map.of(
                                "ALLLEADS_TLS_KEYSTORE",
                                keystore.toString(),
                                "ALLLEADS_TLS_KEYSTORE_PASSWORD",
                                password),
                        NOW)
                .write(target);
    }

    private void refuses(String message) {
        assertThatThrownBy(this::write).isInstanceOf(TlsFault.class).hasMessageStartingWith(message);
    }

    private List<Certificate> served(String password) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(target)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            assertThat(store.getKey("site", password.toCharArray())).isNotNull();
            return List.of(store.getCertificateChain("site"));
        }
    }

    private void keystoreOf(String password, KeyPair... pairs) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (KeyPair pair : pairs) {
            store.setKeyEntry(
                    pair.getPublic().getAlgorithm(), pair.getPrivate(), password.toCharArray(), new Certificate[] {
                        selfSigned(pair, YESTERDAY)
                    });
        }
        try (OutputStream out = Files.newOutputStream(keystore)) {
            store.store(out, password.toCharArray());
        }
    }
}
