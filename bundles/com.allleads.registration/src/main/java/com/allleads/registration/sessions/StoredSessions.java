package com.allleads.registration.sessions;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Sessions;
import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.credentials.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions in the database, so that they outlive a crash and are known to every node. */
@Component(service = {Sessions.class, StoredSessions.class})
public final class StoredSessions implements Sessions {

    private final Jdbi jdbi;
    private final RegistrationSettings settings;

    @Activate
    public StoredSessions(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi,
            @Reference RegistrationSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /**
     * Begins a session.
     *
     * @param remembered whether the person asked to stay signed in
     */
    public NewSession begin(PersonId person, boolean remembered) {
        String token = Tokens.random();
        RegistrationSettings.Values now = settings.now();
        Instant begun = Instant.now();
        Instant expires = Instant.ofEpochMilli(
                begun.plus(remembered ? now.rememberedSession() : now.session()).toEpochMilli());
        jdbi.useHandle(handle -> {
            handle.createUpdate("INSERT INTO registration_session (digest, person, begun_at, expires_at, remembered)"
                            + " VALUES (:digest, :person, :begun, :expires, :remembered)")
                    .bind("digest", Tokens.digest(token))
                    .bind("person", person.toString())
                    .bind("begun", begun.toEpochMilli())
                    .bind("expires", expires.toEpochMilli())
                    .bind("remembered", remembered)
                    .execute();
        });
        return new NewSession(token, new Session(person, expires, remembered));
    }

    @Override
    public Optional<Session> find(String token) {
        if (!Tokens.isOne(token)) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT s.person, s.expires_at, s.remembered"
                        + " FROM registration_session s JOIN registration_account a ON a.person = s.person"
                        + " WHERE s.digest = :digest AND s.expires_at > :now AND a.status = 'ACTIVE'")
                .bind("digest", Tokens.digest(token))
                .bind("now", Instant.now().toEpochMilli())
                .map((row, context) -> new Session(
                        PersonId.parse(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)), row.getBoolean(3)))
                .findOne());
    }

    @Override
    public void end(String token) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_session WHERE digest = :digest")
                .bind("digest", Tokens.digest(token))
                .execute());
    }

    /** The sessions of a person, oldest first. */
    public List<HeldSession> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT begun_at, expires_at, remembered"
                        + " FROM registration_session WHERE person = :person ORDER BY begun_at")
                .bind("person", person.toString())
                .map((row, context) -> new HeldSession(
                        Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2)), row.getBoolean(3)))
                .list());
    }

    /** Forgets sessions that have expired. */
    public void sweep() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_session WHERE expires_at <= :now")
                .bind("now", Instant.now().toEpochMilli())
                .execute());
    }

    /** Ends every session of a person, in the caller's transaction where there is one. */
    public void endAll(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_session WHERE person = :person")
                .bind("person", person.toString())
                .execute());
    }

    /**
     * What is held of a session.
     *
     * @param begunAt when the person signed in
     * @param expiresAt when it ends
     * @param remembered whether they asked to stay signed in
     */
    public record HeldSession(Instant begunAt, Instant expiresAt, boolean remembered) {}

    /**
     * A session that has just begun.
     *
     * @param token the secret that its holder shows; nowhere else
     * @param session the session
     */
    public record NewSession(String token, Session session) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "NewSession[" + session + "]";
        }
    }
}
