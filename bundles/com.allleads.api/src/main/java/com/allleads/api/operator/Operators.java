package com.allleads.api.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Recognises operators, who are the users of the console's realm, by name and password or by the token of a session. Tokens
 * are opaque and random, kept as digests only, and survive a crash and a restart. Safe for use by many threads.
 *
 * <p>A session ends when it was not used for a while, when it is as old as one may get, and at once when its operator's
 * password changes, when the operator leaves the realm, or loses the role. A role that changes changes what the session may
 * do from the next request on.
 */
@ProviderType
public interface Operators {

    /**
     * Checks a password; slow on purpose, although one that was right just now is remembered for a moment. Wrong ones are
     * counted by the client's address, under the limit {@code operator}.
     *
     * @param name the user name
     * @param password the password
     * @param client the client's address as the platform saw it; never stored
     * @throws com.allleads.api.rest.ProblemException 503 where the realm cannot be asked
     */
    Check check(String name, String password, String client);

    /**
     * Begins a session for who has the right password; tries count as in {@link #check}.
     *
     * @param name the user name
     * @param password the password
     * @param client the client's address as the platform saw it; never stored
     * @throws com.allleads.api.rest.ProblemException 503 where the realm cannot be asked, or cannot tell when a user's
     *     password changes, so that sessions cannot be given
     */
    SignIn signIn(String name, String password, String client);

    /** The operator whose session has this token, where it has not ended; counts as a use of the session. */
    Optional<Operator> find(String token);

    /** Ends the session of a token; nothing happens where there is none. */
    void end(String token);

    /** What came of a password. */
    sealed interface Check permits Known, Refused, TooMany {}

    /** What came of a sign-in. */
    sealed interface SignIn permits SignedIn, Refused, TooMany {}

    /**
     * The password is right.
     *
     * @param operator whose it is
     */
    record Known(Operator operator) implements Check {}

    /**
     * A session began.
     *
     * @param token the secret that its holder shows; nowhere else
     * @param operator who signed in
     * @param expires when it ends at the latest
     */
    record SignedIn(String token, Operator operator, Instant expires) implements SignIn {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "SignedIn[" + operator + "]";
        }
    }

    /** No operator has this name and password. */
    record Refused() implements Check, SignIn {}

    /**
     * There were too many wrong ones from this address; the password was not looked at.
     *
     * @param delay how long until the next may be tried
     */
    record TooMany(Duration delay) implements Check, SignIn {}
}
