package com.allleads.portal.session;

import com.allleads.api.rest.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * Who looks at a page.
 *
 * @param caller as pages know them
 * @param carried whether the session comes in a hidden field, because no cookie came; then every link carries it on
 * @param known false where nobody can tell who it is, since the capability that knows is not running
 * @param bond what is theirs is bound to: the same for as long as they are signed in, although their token changes
 * @param renewal what the cookie is to be replaced by
 */
public record Visitor(Caller caller, boolean carried, boolean known, Optional<String> bond, Optional<Renewal> renewal) {

    /** Nobody signed in. */
    public static final Visitor ANYONE = new Visitor(Caller.ANYONE, false, true, Optional.empty(), Optional.empty());

    static final Visitor UNKNOWN = new Visitor(Caller.ANYONE, false, false, Optional.empty(), Optional.empty());

    /** Whether somebody is signed in: a person, or an operator in their part of the site. */
    public boolean signedIn() {
        return caller.session().isPresent();
    }

    /** The session's token where links and forms must carry it. */
    public Optional<String> token() {
        return caller.session();
    }

    /**
     * What a cookie is to be replaced by.
     *
     * @param token the session's token from now on; secret
     * @param keepUntil until when the cookie lives
     */
    public record Renewal(String token, Instant keepUntil) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Renewal[]";
        }
    }
}
