package com.allleads.api.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The session's cookie as a {@code Set-Cookie} header (RFC 6265): one place, so that REST and pages set it alike. */
public final class SessionCookie {

    private SessionCookie() {}

    /**
     * Sets the cookie.
     *
     * @param token the session's token, which is random and says nothing
     * @param keepUntil until when it lives where the person asked for it; else it ends with the browser session (promise
     *     {@code cookies.session})
     * @param secure whether the site is reached over TLS
     */
    public static String set(String token, Optional<Instant> keepUntil, boolean secure) {
        String age = keepUntil
                .map(until -> "; Max-Age="
                        + Math.max(1, Duration.between(Instant.now(), until).toSeconds()))
                .orElse("");
        return Sessions.COOKIE + "=" + token + "; Path=/" + age + attributes(secure);
    }

    /** Removes the cookie. */
    public static String remove(boolean secure) {
        return Sessions.COOKIE + "=; Path=/; Max-Age=0" + attributes(secure);
    }

    private static String attributes(boolean secure) {
        return "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
