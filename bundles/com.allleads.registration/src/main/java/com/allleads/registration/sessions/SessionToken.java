package com.allleads.registration.sessions;

import com.allleads.registration.credentials.Tokens;
import java.util.Optional;

/**
 * The token of a session.
 *
 * @param series finds the session, and stays
 * @param secret is replaced, where the token has two parts
 */
record SessionToken(String series, Optional<String> secret) {

    private static final String DOT = ".";

    /** A token that stays as it is. */
    static SessionToken lasting() {
        return new SessionToken(Tokens.random(), Optional.empty());
    }

    /** A token whose secret will be replaced. */
    static SessionToken replaceable() {
        return new SessionToken(Tokens.random(), Optional.of(Tokens.random()));
    }

    /** Reads one; empty where the text can be none. */
    static Optional<SessionToken> parse(String text) {
        int dot = text.indexOf(DOT);
        SessionToken token = dot < 0
                ? new SessionToken(text, Optional.empty())
                : new SessionToken(text.substring(0, dot), Optional.of(text.substring(dot + 1)));
        return Tokens.isOne(token.series) && token.secret.map(Tokens::isOne).orElse(true)
                ? Optional.of(token)
                : Optional.empty();
    }

    /** The same with another secret. */
    SessionToken replaced() {
        return new SessionToken(series, Optional.of(Tokens.random()));
    }

    /** What is kept of the series. */
    String digest() {
        return Tokens.digest(series);
    }

    /** What is kept of the secret. */
    Optional<String> secretDigest() {
        return secret.map(Tokens::digest);
    }

    /** As the holder shows it. */
    String text() {
        return secret.map(part -> series + DOT + part).orElse(series);
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "SessionToken[]";
    }
}
