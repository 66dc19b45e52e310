package com.allleads.api.proof;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signs what the site must be held to: receipts of decisions, certificates of erasure. What it signed is verified offline
 * with the key at {@code GET /keys}. Safe for use by many threads.
 */
@ProviderType
public interface Signer {

    /**
     * Signs a statement. The same statement gives the same signature.
     *
     * @param type what kind of statement, as in {@code consent-receipt}
     * @param statement what is said, as it stands in JSON, in this order; the member {@code issuer} is put in front
     * @return the statement as it was signed
     */
    Signed sign(String type, Map<String, Object> statement);

    /**
     * What a statement says that this site signed. A signer that cannot tell its own statements from others knows none.
     *
     * @param type what kind of statement it must be
     * @param jws as {@link Signed#jws}
     * @return the statement; empty where it is none of this type, was altered, or is somebody else's
     */
    default Optional<Map<String, Object>> verify(String type, String jws) {
        return Optional.empty();
    }

    /**
     * A signed statement.
     *
     * @param statement what is said, the issuer in front
     * @param jws the same as a compact JWS (RFC 7515), signed by Ed25519 (RFC 8037)
     */
    record Signed(Map<String, Object> statement, String jws) {}
}
