package com.allleads.api.registration;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signed-in sessions: opaque random tokens, kept as digests only, which survive a crash and a restart. Safe for use by many
 * threads.
 *
 * <p>The token of a session that stays in a browser is replaced now and then. Who shows one that was replaced before, after a
 * moment's grace for requests that were under way, shows that the cookie was copied: the session ends for both, and the person
 * is told by email. A replacement that never came back, because the answer with it was lost, is no such sign.
 */
@ProviderType
public interface Sessions {

    /** The cookie's name. */
    String COOKIE = "allleads-session";

    /** The session of a token that is neither expired nor ended, of an account that may sign in; its token stays as it is. */
    Optional<Session> find(String token);

    /**
     * The same for a cookie whose browser can be given another: a token that is due to be replaced is, and the answer holds
     * the one to set in its place, as {@link SessionCookie#set} does with {@code keepUntil} at the session's end.
     */
    Optional<Session> findAndReplace(String token);

    /** Ends the session of a token; nothing happens where there is none. */
    void end(String token);

    /**
     * A session.
     *
     * @param id names the session, whichever token it has; no secret
     * @param person who signed in
     * @param expires when it ends
     * @param remembered whether the person asked to stay signed in, so that the cookie outlives the browser session
     * @param replacement the token to set in place of the one that was shown, where there is one; secret
     */
    record Session(String id, PersonId person, Instant expires, boolean remembered, Optional<String> replacement) {

        /**
         * Until when the cookie lives; empty where it ends with the browser session (promise {@code cookies.session}).
         */
        public Optional<Instant> keepUntil() {
            return Optional.of(expires).filter(until -> remembered);
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Session[" + id + "]";
        }
    }
}
