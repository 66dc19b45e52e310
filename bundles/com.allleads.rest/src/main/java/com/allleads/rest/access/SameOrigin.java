package com.allleads.rest.access;

import java.net.URI;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * Whether another site made a browser send a request. Browsers say so in {@code Sec-Fetch-Site}, older ones in
 * {@code Origin}; what says neither is no browser that could be misled.
 */
final class SameOrigin {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameOrigin() {}

    static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOwn(origin, request.getHeader("Host"));
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
