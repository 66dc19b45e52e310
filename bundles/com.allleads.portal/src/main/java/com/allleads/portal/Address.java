package com.allleads.portal;

import com.allleads.portal.request.Incoming;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A page of this site and its query, to go to. Never another site: whatever a request made of it is refused.
 *
 * @param path the path
 * @param query the encoded query; empty where there is none
 */
record Address(String path, String query) {

    private static final Pattern LOCAL = Pattern.compile("/|(/[A-Za-z0-9._~-]+)+");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%+=&:-]*");

    /**
     * Reads path and query.
     *
     * @throws IllegalArgumentException where it is no page of this site
     */
    static Address local(String address) {
        String[] parts = address.split("\\?", 2);
        String query = parts.length == 2 ? parts[1] : "";
        if (!LOCAL.matcher(parts[0]).matches() || !QUERY.matcher(query).matches()) {
            throw new IllegalArgumentException("a page sends on to what is no page of this site");
        }
        return new Address(parts[0], query);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Address with(String name, String value) {
        String pair = name + "=" + encoded(value);
        return new Address(path, query.isEmpty() ? pair : query + "&" + pair);
    }

    Map<String, List<String>> parameters() {
        return Incoming.parameters(query);
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
