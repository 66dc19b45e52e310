package com.allleads.consent.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.secret.SecretFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class SiteSignerTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private SecretFile file;

    @Before
    public void file() {
        file = SecretFile.below(folder.getRoot().toPath(), SiteSigner.KEY_FILE);
    }

    @Test
    public void signsWhatThePublishedKeyVerifies() throws Exception {
        SiteSigner signer = new SiteSigner(file, "The Site");

        Signed signed = signer.sign("consent-receipt", statement());

        String[] parts = signed.jws().split("\\.");
        assertThat(json(parts[0]))
                .containsEntry("alg", "EdDSA")
                .containsEntry("typ", "consent-receipt")
                .containsEntry("kid", signer.publicKey().get("kid"));
        assertThat(json(parts[1])).isEqualTo(signed.statement());
        assertThat(signed.statement().keySet()).containsExactly("issuer", "id", "granted");
        assertThat(verifies(signer.publicKey().get("x"), parts)).isTrue();
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"granted\":true}".getBytes(StandardCharsets.UTF_8));
        assertThat(verifies(signer.publicKey().get("x"), parts)).isFalse();
    }

    @Test
    public void knowsItsOwnStatementsFromOthers() throws Exception {
        SiteSigner signer = new SiteSigner(file, "The Site");
        Signed signed = signer.sign("chain-heads", statement());
        SiteSigner other =
                new SiteSigner(SecretFile.below(folder.newFolder("other").toPath(), SiteSigner.KEY_FILE), "The Site");

        assertThat(signer.verify("chain-heads", signed.jws())).contains(signed.statement());
        assertThat(signer.verify("consent-receipt", signed.jws())).isEmpty();
        assertThat(signer.verify(
                        "chain-heads", other.sign("chain-heads", statement()).jws()))
                .isEmpty();
        String[] parts = signed.jws().split("\\.");
        String altered = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"granted\":true}".getBytes(StandardCharsets.UTF_8));
        assertThat(signer.verify("chain-heads", parts[0] + "." + altered + "." + parts[2]))
                .isEmpty();
        assertThat(signer.verify("chain-heads", "no.jws")).isEmpty();
        assertThat(signer.verify("chain-heads", "?.!.*")).isEmpty();
    }

    @Test
    public void keepsItsKeyOverARestart() {
        SiteSigner first = new SiteSigner(file, "The Site");
        SiteSigner second = new SiteSigner(file, "The Site");

        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(second.sign("receipt", statement())).isEqualTo(first.sign("receipt", statement()));
    }

    @Test
    public void keepsItsKeyFromOthers() throws Exception {
        new SiteSigner(file, "The Site");

        assertThat(permissions(file.path())).isEqualTo("rw-------");
        assertThat(permissions(file.path().getParent())).isEqualTo("rwx------");
        assertThat(file.path().getParent()).isDirectoryNotContaining(other -> !other.equals(file.path()));
    }

    @Test
    public void refusesAFileThatIsNoKey() throws Exception {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "not a key");

        assertThatThrownBy(() -> new SiteSigner(file, "The Site"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(SiteSigner.KEY_FILE);
    }

    private static Map<String, Object> statement() {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("id", "1");
        statement.put("granted", false);
        return statement;
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String part) throws Exception {
        return new ObjectMapper().readValue(Base64.getUrlDecoder().decode(part), Map.class);
    }

    /** As a stranger would: from the JWK's bytes alone (RFC 8032, section 5.1.3). */
    private static boolean verifies(String x, String[] jws) throws Exception {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        boolean odd = (raw[31] & 0x80) != 0;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = raw[31 - i];
        }
        bigEndian[0] &= 0x7f;
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(jws[2]));
    }
}
