package com.allleads.consent.gpc;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose browsers sent the Global Privacy Control signal, first and last. */
@Component(service = Sightings.class)
public final class Sightings {

    private final Jdbi jdbi;

    @Activate
    public Sightings(@Reference(target = "(schema=com.allleads.consent)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When a person's signal was seen, where it ever was. */
    public Optional<Sighting> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT first_at, last_at FROM consent_signal WHERE person = :person")
                .bind("person", person.toString())
                .map((row, context) -> new Sighting(
                        Instant.ofEpochMilli(row.getLong("first_at")), Instant.ofEpochMilli(row.getLong("last_at"))))
                .findOne());
    }

    /** Notes that a person's signal was seen. */
    public void note(PersonId person, Instant at) {
        if (move(person, at)) {
            return;
        }
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "INSERT INTO consent_signal (person, first_at, last_at) VALUES (:person, :at, :at)")
                    .bind("person", person.toString())
                    .bind("at", at.toEpochMilli())
                    .execute());
        } catch (UnableToExecuteStatementException e) {
            // Another request of the same person may have been faster.
            if (!move(person, at)) {
                throw e;
            }
        }
    }

    /** How many people's signal was ever seen. */
    public long people() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM consent_signal")
                .mapTo(Long.class)
                .one());
    }

    private boolean move(PersonId person, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE consent_signal SET last_at = CASE WHEN last_at > :at THEN last_at ELSE :at END"
                                        + " WHERE person = :person")
                        .bind("person", person.toString())
                        .bind("at", at.toEpochMilli())
                        .execute())
                > 0;
    }

    /**
     * When a signal was seen.
     *
     * @param first for the first time
     * @param last for the last time, as far as it is written down
     */
    public record Sighting(Instant first, Instant last) {}
}
