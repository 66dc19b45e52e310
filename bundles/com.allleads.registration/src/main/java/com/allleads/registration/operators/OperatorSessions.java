package com.allleads.registration.operators;

import com.allleads.registration.credentials.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The sessions of operators in the database. Each is bound to the password that it began with: a keyed hash of it as the
 * realm stores it is kept, and the key is the session's token, which is not. So a session ends with the password, and what is
 * in the database is of no use to anybody.
 */
@Component(service = OperatorSessions.class)
public final class OperatorSessions {

    /** Uses are written down this exactly, so that a page with many parts does not write for each. */
    private static final Duration EXACT = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final OperatorSettings settings;

    @Activate
    public OperatorSessions(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi, @Reference OperatorSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** Begins a session under a token; answers when it ends at the latest. */
    Instant begin(String token, String name, Realm.User user) {
        long now = Instant.now().toEpochMilli();
        Instant expires = Instant.ofEpochMilli(now).plus(settings.now().longest());
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO registration_operator_session"
                        + " (digest, operator, password_digest, begun_at, used_at, expires_at)"
                        + " VALUES (:digest, :operator, :password, :now, :now, :expires)")
                .bind("digest", Tokens.digest(token))
                .bind("operator", name)
                .bind("password", passwordDigest(token, user))
                .bind("now", now)
                .bind("expires", expires.toEpochMilli())
                .execute());
        return expires;
    }

    /** The session of a token, where it has not come to its end by time. */
    Optional<Held> find(String token) {
        long now = Instant.now().toEpochMilli();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT operator, password_digest, used_at"
                        + " FROM registration_operator_session"
                        + " WHERE digest = :digest AND expires_at > :now AND used_at > :idle")
                .bind("digest", Tokens.digest(token))
                .bind("now", now)
                .bind("idle", idleSince(now))
                .map((row, context) ->
                        new Held(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .findOne());
    }

    /** Writes down that a session was used. */
    void use(String token, Held held) {
        Instant now = Instant.now();
        if (held.usedAt().isBefore(now.minus(EXACT))) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE registration_operator_session SET used_at = :now WHERE digest = :digest")
                    .bind("now", now.toEpochMilli())
                    .bind("digest", Tokens.digest(token))
                    .execute());
        }
    }

    /**
     * Ends a session.
     *
     * @return whose it was; empty where there was none
     */
    Optional<String> end(String token) {
        String digest = Tokens.digest(token);
        return jdbi.withHandle(handle -> {
            Optional<String> operator = handle.createQuery(
                            "SELECT operator FROM registration_operator_session WHERE digest = :digest")
                    .bind("digest", digest)
                    .mapTo(String.class)
                    .findOne();
            handle.createUpdate("DELETE FROM registration_operator_session WHERE digest = :digest")
                    .bind("digest", digest)
                    .execute();
            return operator;
        });
    }

    /** The sessions that last, the one used last first. */
    public List<OpenSession> open() {
        long now = Instant.now().toEpochMilli();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT operator, begun_at, used_at"
                        + " FROM registration_operator_session WHERE expires_at > :now AND used_at > :idle"
                        + " ORDER BY used_at DESC FETCH FIRST 100 ROWS ONLY")
                .bind("now", now)
                .bind("idle", idleSince(now))
                .map((row, context) -> new OpenSession(
                        row.getString(1), Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3))))
                .list());
    }

    /** Forgets sessions that came to their end by time. */
    public void sweep() {
        long now = Instant.now().toEpochMilli();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM registration_operator_session WHERE expires_at <= :now OR used_at <= :idle")
                .bind("now", now)
                .bind("idle", idleSince(now))
                .execute());
    }

    private long idleSince(long now) {
        return now - settings.now().idle().toMillis();
    }

    private static String passwordDigest(String token, Realm.User user) {
        return new KeyedHash(token).of(user.password());
    }

    /**
     * A session as it is kept.
     *
     * @param operator the user name
     * @param passwordDigest what binds it to the password
     * @param usedAt when it was used last
     */
    record Held(String operator, String passwordDigest, Instant usedAt) {

        /** Whether the user still has the password that the session began with. */
        boolean isBoundTo(Realm.User user, String token) {
            return MessageDigest.isEqual(
                    passwordDigest.getBytes(StandardCharsets.US_ASCII),
                    OperatorSessions.passwordDigest(token, user).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * A session as operators see it.
     *
     * @param operator whose it is
     * @param begunAt when they signed in
     * @param usedAt when it was used last, to the minute
     */
    public record OpenSession(String operator, Instant begunAt, Instant usedAt) {}
}
