package com.allleads.api.glassbox;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The wall around every bundle that is not the host's own. It is a service exactly as long as it stands, so who uses what
 * adapters offer references it as optional and dynamic, and without it uses none of them: a payment is not attempted, a
 * message waits. Safe for use by many threads, and quick.
 */
@ProviderType
public interface GlassBox {

    /**
     * Whether what a bundle offers may be used: it is the host's own, or it stands in the box and was never outside of it.
     *
     * @param bundle the bundle's number, as in {@code service.bundleid}
     */
    boolean admits(long bundle);
}
