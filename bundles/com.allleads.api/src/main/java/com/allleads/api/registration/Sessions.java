package com.allleads.api.registration;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signed-in sessions: opaque random tokens, kept as digests only, which survive a crash and a restart. Safe for use by many
 * threads.
 */
@ProviderType
public interface Sessions {

    /** The cookie's name. */
    String COOKIE = "allleads-session";

    /** The session of a token that is neither expired nor ended, of an account that may sign in. */
    Optional<Session> find(String token);

    /** Ends the session of a token; nothing happens where there is none. */
    void end(String token);

    /**
     * A session.
     *
     * @param person who signed in
     * @param expires when it ends
     * @param remembered whether the person asked to stay signed in, so that the cookie outlives the browser session
     */
    record Session(PersonId person, Instant expires, boolean remembered) {}
}
