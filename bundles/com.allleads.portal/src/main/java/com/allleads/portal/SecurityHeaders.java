package com.allleads.portal;

import java.net.URI;
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

    /** The same, or this machine itself, for a company in miniature. */
    private static final Pattern TARGET =
            Pattern.compile("https://[a-z0-9.-]+(:\\d{1,5})?|http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    private SecurityHeaders() {}

    static void put(HttpServletResponse response, Set<String> hosts, Set<String> leavesFor) {
        response.setHeader("Content-Security-Policy", policy(hosts, leavesFor));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Within the site it must stay, since without it browsers send forms without their origin.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** Whether a browser may be sent there. */
    static boolean mayLeaveFor(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return TARGET.matcher(address.getScheme() + "://" + address.getHost() + port)
                .matches();
    }

    /**
     * The one script is the site's own; hosts are what the form of a page needs, and only that page has them. Browsers hold the
     * answer to a form against the policy of its page too, so that hosts where it sends on to must be named.
     */
    private static String policy(Set<String> hosts, Set<String> leavesFor) {
        String allowed = named(HOST, hosts);
        return "default-src 'none'; script-src 'self'" + allowed
                + "; connect-src 'self'" + allowed
                + "; style-src 'self'; img-src 'self'" + allowed
                + "; frame-src " + (allowed.isEmpty() ? "'none'" : allowed.strip())
                + "; form-action 'self'" + allowed + named(TARGET, leavesFor)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String named(Pattern form, Set<String> hosts) {
        return hosts.stream()
                .filter(host -> form.matcher(host).matches())
                .sorted()
                .map(host -> " " + host)
                .collect(Collectors.joining());
    }
}
