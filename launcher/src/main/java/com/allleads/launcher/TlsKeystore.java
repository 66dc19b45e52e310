package com.allleads.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the keystore that the web server reads, from what the operator names in the environment: PEM files or a PKCS#12
 * keystore. What would fail later is refused now, by the file's name. The keystore's password is made at each start and
 * printed for {@code run} alone, which hands it on in the environment: it is on no disk and no command line.
 */
public final class TlsKeystore {

    private static final String CERTIFICATE = "ALLLEADS_TLS_CERTIFICATE";
    private static final String KEY = "ALLLEADS_TLS_KEY";
    private static final String KEYSTORE = "ALLLEADS_TLS_KEYSTORE";
    private static final String PASSWORD = "ALLLEADS_TLS_KEYSTORE_PASSWORD";

    private static final String TYPE = "PKCS12";
    private static final int PASSWORD_BYTES = 32;

    private final Map<String, String> environment;
    private final Instant now;

    TlsKeystore(Map<String, String> environment, Instant now) {
        this.environment = environment;
        this.now = now;
    }

    /** Called by {@code run} with the keystore to write. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length != 1) {
            System.err.println("usage: TlsKeystore KEYSTORE");
            System.exit(2);
        }
        try {
            System.out.println(new TlsKeystore(System.getenv(), Instant.now()).write(Path.of(args[0])));
        } catch (TlsFault fault) {
            System.err.println("run: " + fault.getMessage());
            System.exit(1);
        }
    }

    /** Writes the keystore and answers its password. */
    String write(Path target) throws TlsFault, IOException, GeneralSecurityException {
        ServerIdentity identity = identity();
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setKeyEntry(
                "site", identity.key(), password.toCharArray(), identity.chain().toArray(Certificate[]::new));
        Path next = Files.createTempFile(
                target.toAbsolutePath().getParent(),
                ".tls",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(next)) {
            store.store(out, password.toCharArray());
        }
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return password;
    }

    private ServerIdentity identity() throws TlsFault {
        Optional<Path> certificate = path(CERTIFICATE);
        Optional<Path> key = path(KEY);
        Optional<Path> keystore = path(KEYSTORE);
        if (keystore.isPresent()) {
            if (certificate.isPresent() || key.isPresent()) {
                throw new TlsFault(KEYSTORE, "set beside PEM files; only one of both is read");
            }
            Path file = keystore.get();
            return fromKeystore(file, environment.getOrDefault(PASSWORD, "").toCharArray())
                    .checked(file, file, now);
        }
        Path chainFile = certificate.orElseThrow(() -> new TlsFault(CERTIFICATE, "not set, but " + KEY + " is"));
        Path keyFile = key.orElseThrow(() -> new TlsFault(KEY, "not set, but " + CERTIFICATE + " is"));
        return PemFiles.read(chainFile, keyFile).checked(chainFile, keyFile, now);
    }

    private Optional<Path> path(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    private static ServerIdentity fromKeystore(Path file, char[] password) throws TlsFault {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password);
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> holdsKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new TlsFault(file, "holds " + keys.size() + " private keys; exactly one is needed");
            }
            PrivateKey key = (PrivateKey) store.getKey(keys.get(0), password);
            List<X509Certificate> chain = Stream.of(store.getCertificateChain(keys.get(0)))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new ServerIdentity(key, chain);
        } catch (NoSuchFileException e) {
            throw new TlsFault(file, "there is no such file");
        } catch (IOException | GeneralSecurityException e) {
            boolean passwordWrong = e.getCause() instanceof UnrecoverableKeyException;
            throw new TlsFault(
                    file,
                    passwordWrong
                            ? "the password in " + PASSWORD + " is wrong"
                            : "cannot be read as a PKCS#12 keystore");
        }
    }

    private static boolean holdsKey(KeyStore store, String alias) {
        try {
            return store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keystore was loaded", e);
        }
    }
}
