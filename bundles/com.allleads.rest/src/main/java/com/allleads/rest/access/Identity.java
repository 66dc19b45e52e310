package com.allleads.rest.access;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import java.security.Principal;
import java.util.Locale;
import javax.ws.rs.core.SecurityContext;

/**
 * Who calls, and by what they were recognised.
 *
 * @param caller who it is
 * @param proof how they showed it
 * @param isSecure whether the request came over TLS
 */
record Identity(Caller caller, Proof proof, boolean isSecure) implements SecurityContext {

    /** How callers show who they are. */
    enum Proof {
        /** They don't. */
        NONE(null),
        /** A token in a header, which no foreign site can make a browser send. */
        TOKEN("Bearer"),
        /** The cookie, which browsers send by themselves. */
        COOKIE("Cookie"),
        /** Name and password, which browsers remember and send by themselves. */
        PASSWORD(SecurityContext.BASIC_AUTH);

        private final String scheme;

        Proof(String scheme) {
            this.scheme = scheme;
        }

        /** Whether a browser sends it without its site's doing. */
        boolean isSentByItself() {
            return this == COOKIE || this == PASSWORD;
        }
    }

    static Identity anyone(boolean secure) {
        return new Identity(Caller.ANYONE, Proof.NONE, secure);
    }

    boolean isAnyone() {
        return proof == Proof.NONE;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.is(Access.Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    @Override
    public String getAuthenticationScheme() {
        return proof.scheme;
    }
}
