package com.allleads.api.proof;

import org.osgi.annotation.versioning.ProviderType;

/** Begins the file of {@link SignedHeads} anew. Safe for use by many threads. */
@ProviderType
public interface HeadsRenewal {

    /**
     * Begins anew from the chains as they are, since an operator put another state in their place, as by a restore: what was
     * signed before is looked for no more. Who did so and why is signed into the file.
     *
     * @param by the operator
     * @param reason in their words, nothing personal
     */
    void renew(String by, String reason);
}
