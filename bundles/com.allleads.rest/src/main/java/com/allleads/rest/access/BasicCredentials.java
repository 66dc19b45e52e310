package com.allleads.rest.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password as HTTP Basic carries them (RFC 7617). */
record BasicCredentials(String name, String password) {

    /** The pair; empty where it is none. */
    static Optional<BasicCredentials> decode(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "BasicCredentials[]";
    }
}
