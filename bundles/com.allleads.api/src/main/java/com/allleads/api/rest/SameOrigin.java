package com.allleads.api.rest;

import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whether another site made a browser send a request: one rule for calls and pages. Browsers say so in
 * {@code Sec-Fetch-Site}, older ones in {@code Origin}; what says neither is no browser that could be misled.
 */
public final class SameOrigin {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameOrigin() {}

    /**
     * Whether the request comes from another site.
     *
     * @param header the request's header with a name, null where it has none
     */
    public static boolean isForeign(UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = header.apply("Origin");
        return origin != null && !isOwn(origin, header.apply("Host"));
    }

    /** The scheme is left out: a proxy in front may speak TLS for the site. */
    private static boolean isOwn(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
