package com.allleads.consent.receipts;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.proof.Signer;
import com.allleads.api.secret.SecretFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs with the site's one key, which is made at the first start. Signing costs about a millisecond. */
@Component(
        service = {Signer.class, SiteSigner.class},
        configurationPid = SiteSigner.PID)
public final class SiteSigner implements Signer {

    static final String PID = "com.allleads.consent";
    static final String KEY_FILE = "site-signature.pem";

    private static final Logger LOG = LoggerFactory.getLogger(SiteSigner.class);
    private static final int LONGEST_ISSUER = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SigningKey key;
    private volatile String issuer;

    @Activate
    public SiteSigner(SignerConfiguration configuration) {
        this(SecretFile.named(KEY_FILE), issuer(configuration));
    }

    SiteSigner(SecretFile file, String issuer) {
        this.key = SigningKey.of(file);
        this.issuer = issuer;
    }

    @Modified
    void modified(SignerConfiguration configuration) {
        try {
            issuer = issuer(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    @Override
    public Signed sign(String type, Map<String, Object> statement) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("issuer", issuer);
        whole.putAll(statement);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("typ", type);
        header.put("kid", key.id());
        String signed = part(header) + "." + part(whole);
        byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return new Signed(Collections.unmodifiableMap(whole), signed + "." + BASE64URL.encodeToString(signature));
    }

    @Override
    public Optional<Map<String, Object>> verify(String type, String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return key.verifies(signed, signature) && type.equals(read(parts[0]).get("typ"))
                    ? Optional.of(read(parts[1]))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> read(String part) throws IOException {
        return JSON.readValue(Base64.getUrlDecoder().decode(part), new TypeReference<Map<String, Object>>() {});
    }

    /** The public key as a JWK (RFC 7517). */
    public Map<String, String> publicKey() {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("x", key.x());
        jwk.put("kid", key.id());
        jwk.put("use", "sig");
        jwk.put("alg", "EdDSA");
        return jwk;
    }

    private static String part(Map<String, Object> json) {
        try {
            return BASE64URL.encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a statement has only what JSON has", e);
        }
    }

    private static String issuer(SignerConfiguration configuration) {
        Setting setting = Setting.of(PID);
        String issuer = setting.present("issuer", configuration.issuer());
        if (issuer.length() > LONGEST_ISSUER) {
            throw setting.refuse("issuer", "must be at most " + LONGEST_ISSUER + " characters");
        }
        return issuer;
    }
}
