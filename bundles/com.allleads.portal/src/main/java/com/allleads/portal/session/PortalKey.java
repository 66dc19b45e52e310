package com.allleads.portal.session;

import com.allleads.api.secret.SecretFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The installation's secret behind forgery protection and notices. Every node of an installation has the same. */
@Component(service = PortalKey.class)
public final class PortalKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final SecretKeySpec key;

    @Activate
    public PortalKey() {
        this(SecretFile.named("portal.key"));
    }

    PortalKey(SecretFile file) {
        byte[] secret = file.readOrMake(PortalKey::random);
        if (secret.length != LENGTH) {
            throw new IllegalStateException(file + " must have " + LENGTH + " bytes");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** 32 bytes that follow from the secret, what they are for, and a text. */
    byte[] derive(String use, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((use + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing", e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
