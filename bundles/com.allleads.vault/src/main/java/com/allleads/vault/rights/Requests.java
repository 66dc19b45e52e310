package com.allleads.vault.rights;

import com.allleads.api.person.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of requests to know, correct and erase: when each came in and when it was answered. The site acknowledges a
 * request by taking it, and nearly always answers it at once; one that failed stays open until a later one of the same kind is
 * answered, which then answers both.
 */
@Component(service = Requests.class)
public final class Requests {

    private static final RowMapper<Request> REQUEST = (row, context) -> new Request(
            row.getLong("id"),
            PersonId.parse(row.getString("person")),
            Kind.valueOf(row.getString("kind")),
            Instant.ofEpochMilli(row.getLong("received_at")),
            time(row.getObject("acknowledged_at", Long.class)),
            time(row.getObject("answered_at", Long.class)));

    private static final String COLUMNS =
            "SELECT id, person, kind, received_at, acknowledged_at, answered_at FROM vault_request ";

    private final Jdbi jdbi;
    private final Clock clock;

    @Activate
    public Requests(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this(jdbi, Clock.systemUTC());
    }

    /** With a clock. */
    public Requests(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Takes a request, in the caller's transaction where there is one. */
    public void received(PersonId person, Kind kind) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO vault_request (person, kind, received_at,"
                        + " acknowledged_at) VALUES (:person, :kind, :now, :now)")
                .bind("person", person.toString())
                .bind("kind", kind.name())
                .bind("now", clock.millis())
                .execute());
    }

    /** Notes that a person's requests of a kind are answered, in the caller's transaction where there is one. */
    public void answered(PersonId person, Kind kind) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE vault_request SET answered_at = :now"
                        + " WHERE person = :person AND kind = :kind AND answered_at IS NULL")
                .bind("person", person.toString())
                .bind("kind", kind.name())
                .bind("now", clock.millis())
                .execute());
    }

    /** How many requests there are. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_request")
                .mapTo(Long.class)
                .one());
    }

    /** A person's requests, newest first. */
    public List<Request> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE person = :person ORDER BY id DESC")
                .bind("person", person.toString())
                .map(REQUEST)
                .list());
    }

    /** Requests that were not answered yet, oldest first. */
    public List<Request> open(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "WHERE answered_at IS NULL ORDER BY received_at FETCH FIRST " + limit + " ROWS ONLY")
                .map(REQUEST)
                .list());
    }

    /** Requests that took longer than this to be acknowledged or answered, or wait longer already. */
    public List<Request> slow(Duration acknowledgement, Duration answer) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS
                        + "WHERE COALESCE(acknowledged_at, :now) - received_at > :acknowledgement"
                        + " OR COALESCE(answered_at, :now) - received_at > :answer ORDER BY id")
                .bind("now", clock.millis())
                .bind("acknowledgement", acknowledgement.toMillis())
                .bind("answer", answer.toMillis())
                .map(REQUEST)
                .list());
    }

    private static Optional<Instant> time(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    /** What is asked for. */
    public enum Kind {
        /** To see what is held. */
        KNOW,
        /** To correct what is wrong. */
        CORRECT,
        /** To have everything erased. */
        ERASE
    }

    /**
     * A request.
     *
     * @param id its number
     * @param person whose
     * @param kind what was asked for
     * @param receivedAt when it came in
     * @param acknowledgedAt when the person was told that it came in
     * @param answeredAt when it was answered
     */
    public record Request(
            long id,
            PersonId person,
            Kind kind,
            Instant receivedAt,
            Optional<Instant> acknowledgedAt,
            Optional<Instant> answeredAt) {}
}
