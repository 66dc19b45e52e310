package com.allleads.portal;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;

/**
 * The headers that keep a page to itself: nothing is loaded from anywhere else, nothing is run that is not
 * the site's own, nobody frames it, and no
 * address of it goes to another site.
 */
final class SecurityHeaders {

    /** A host as a policy may name it: never a word of the policy's own, and over TLS alone. */
    private static final Pattern HOST = Pattern.compile("https://[a-z0-9.-]+(:\\d{1,5})?");

    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    private SecurityHeaders() {}

    static void put(HttpServletResponse response, Set<String> hosts) {
        response.setHeader("Content-Security-Policy", policy(hosts));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Within the site it must stay, since without it browsers send forms without their origin.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** The one script is the site's own; hosts are what the form of a page needs, and only that page has them. */
    private static String policy(Set<String> hosts) {
        String allowed = hosts.stream()
                .filter(host -> HOST.matcher(host).matches())
                .sorted()
                .map(host -> " " + host)
                .collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'" + allowed
                + "; connect-src 'self'" + allowed
                + "; style-src 'self'; img-src 'self'" + allowed
                + "; frame-src " + (allowed.isEmpty() ? "'none'" : allowed.strip())
                + "; form-action 'self'" + allowed
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
