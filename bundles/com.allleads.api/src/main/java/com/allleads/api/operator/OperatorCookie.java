package com.allleads.api.operator;

/**
 * The cookie of an operator's session as a {@code Set-Cookie} header (RFC 6265). It always ends with the browser session, and
 * no link from another site carries it.
 */
public final class OperatorCookie {

    /** The cookie's name. */
    public static final String NAME = "allleads-operator";

    private OperatorCookie() {}

    /**
     * Sets the cookie.
     *
     * @param token the session's token, which is random and says nothing
     * @param secure whether the site is reached over TLS
     */
    public static String set(String token, boolean secure) {
        return NAME + "=" + token + "; Path=/" + attributes(secure);
    }

    /** Removes the cookie. */
    public static String remove(boolean secure) {
        return NAME + "=; Path=/; Max-Age=0" + attributes(secure);
    }

    private static String attributes(boolean secure) {
        return "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
