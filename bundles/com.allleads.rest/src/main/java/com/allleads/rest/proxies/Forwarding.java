package com.allleads.rest.proxies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/**
 * What the proxies in front say about a request.
 *
 * @param client whose request the outermost trusted proxy got
 * @param scheme the scheme that it was called by
 * @param host the host, perhaps with a port, that it was called by
 */
record Forwarding(Optional<String> client, Optional<String> scheme, Optional<String> host) {

    private static final String ADDRESS_OR_NAME = "[A-Za-z0-9._:\\[\\]-]{1,255}";

    /**
     * Reads {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. Every proxy adds at the end, so the first address
     * from the end that is no trusted proxy is the client; what stands before it is hearsay.
     */
    static Forwarding ofXHeaders(HttpServletRequest request, Predicate<String> trusted) {
        List<String> chain = parts(request, "X-Forwarded-For").stream()
                .map(Forwarding::withoutPort)
                .toList();
        return new Forwarding(
                client(chain, trusted),
                last(parts(request, "X-Forwarded-Proto")).flatMap(Forwarding::scheme),
                last(parts(request, "X-Forwarded-Host")).flatMap(Forwarding::host));
    }

    /** Reads {@code Forwarded} (RFC 7239) by the same rule. */
    static Forwarding ofStandardHeader(HttpServletRequest request, Predicate<String> trusted) {
        List<String> hops = parts(request, "Forwarded");
        List<String> chain = hops.stream()
                .map(hop -> withoutPort(parameter(hop, "for").orElse("")))
                .toList();
        Optional<String> outermost = outermost(hops, chain, trusted);
        return new Forwarding(
                client(chain, trusted),
                outermost.flatMap(hop -> parameter(hop, "proto")).flatMap(Forwarding::scheme),
                outermost.flatMap(hop -> parameter(hop, "host")).flatMap(Forwarding::host));
    }

    private static Optional<String> client(List<String> chain, Predicate<String> trusted) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            String address = chain.get(i);
            if (AddressRange.address(address).isEmpty()) {
                return Optional.empty();
            }
            if (!trusted.test(address)) {
                return Optional.of(address);
            }
        }
        return chain.stream().findFirst();
    }

    /** The hop that the client itself made. */
    private static Optional<String> outermost(List<String> hops, List<String> chain, Predicate<String> trusted) {
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (i == 0 || !trusted.test(chain.get(i))) {
                return Optional.of(hops.get(i));
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(HttpServletRequest request, String header) {
        List<String> parts = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(header))) {
            Stream.of(value.split(",")).map(String::strip).forEach(parts::add);
        }
        return parts;
    }

    private static Optional<String> last(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
    }

    private static Optional<String> parameter(String hop, String name) {
        return Stream.of(hop.split(";"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
                .map(pair -> pair[1].strip().replace("\"", ""))
                .findFirst();
    }

    /** {@code 192.0.2.1:80}, {@code [2001:db8::1]:80} and the same without ports. */
    private static String withoutPort(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end < 0 ? node : node.substring(1, end);
        }
        return node.matches("[0-9.]+:[0-9]+") ? node.substring(0, node.indexOf(':')) : node;
    }

    private static Optional<String> scheme(String text) {
        String scheme = text.toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? Optional.of(scheme) : Optional.empty();
    }

    private static Optional<String> host(String text) {
        return text.matches(ADDRESS_OR_NAME) ? Optional.of(text) : Optional.empty();
    }
}
