package com.allleads.glassbox.host;

/** Whose a bundle is. */
public enum Standing {
    /** The distribution brought it, and it is as the distribution brought it. */
    HOST,
    /** An operator took exactly this content for the host's own. */
    TRUSTED,
    /** An operator took whatever comes from its location for the host's own. */
    TRUSTED_BLINDLY,
    /** Anything else: it stands in the box. */
    BOXED;

    /** Whether it stands in the box. */
    public boolean boxed() {
        return this == BOXED;
    }
}
