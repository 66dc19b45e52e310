package com.allleads.portal.session;

import com.allleads.api.rest.Caller;
import java.util.Optional;

/**
 * Who looks at a page.
 *
 * @param caller as pages know them
 * @param carried whether the session comes in a hidden field, because no cookie came; then every link carries it on
 * @param known false where nobody can tell who it is, since the capability that knows is not running
 */
public record Visitor(Caller caller, boolean carried, boolean known) {

    /** Nobody signed in. */
    public static final Visitor ANYONE = new Visitor(Caller.ANYONE, false, true);

    static final Visitor UNKNOWN = new Visitor(Caller.ANYONE, false, false);

    /** Whether somebody is signed in: a person, or an operator in their part of the site. */
    public boolean signedIn() {
        return caller.session().isPresent();
    }

    /** The session's token where links and forms must carry it. */
    public Optional<String> token() {
        return caller.session();
    }
}
