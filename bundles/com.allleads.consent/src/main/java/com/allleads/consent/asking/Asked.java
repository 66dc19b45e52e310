package com.allleads.consent.asking;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who was asked about what, when last and how often. */
@Component(service = Asked.class)
public final class Asked {

    private final Jdbi jdbi;

    @Activate
    public Asked(@Reference(target = "(schema=com.allleads.consent)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When and how often a person was asked, by purpose. */
    Map<String, Asking> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT purpose, asked_at, times FROM consent_asked WHERE person = :person")
                .bind("person", person.toString())
                .reduceRows(new HashMap<>(), (asked, row) -> {
                    asked.put(
                            row.getColumn("purpose", String.class),
                            new Asking(
                                    Instant.ofEpochMilli(row.getColumn("asked_at", Long.class)),
                                    row.getColumn("times", Integer.class)));
                    return asked;
                }));
    }

    /** Notes that a person is asked, unless another request of theirs has just done so. */
    void note(PersonId person, String purpose, Optional<Asking> before, Instant at) {
        try {
            before.ifPresentOrElse(asking -> count(person, purpose, asking, at), () -> insert(person, purpose, at));
        } catch (UnableToExecuteStatementException e) {
            if (!of(person).containsKey(purpose)) {
                throw e;
            }
        }
    }

    /** How many people were asked about each purpose. */
    public Map<String, Long> people() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT purpose, COUNT(*) AS people FROM consent_asked GROUP BY purpose")
                        .reduceRows(new HashMap<>(), (people, row) -> {
                            people.put(row.getColumn("purpose", String.class), row.getColumn("people", Long.class));
                            return people;
                        }));
    }

    private void insert(PersonId person, String purpose, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO consent_asked (person, purpose, asked_at, times)"
                        + " VALUES (:person, :purpose, :at, 1)")
                .bind("person", person.toString())
                .bind("purpose", purpose)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    private void count(PersonId person, String purpose, Asking before, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE consent_asked SET asked_at = :at, times = times + 1"
                        + " WHERE person = :person AND purpose = :purpose AND asked_at = :before")
                .bind("at", at.toEpochMilli())
                .bind("person", person.toString())
                .bind("purpose", purpose)
                .bind("before", before.last().toEpochMilli())
                .execute());
    }

    /**
     * That somebody was asked.
     *
     * @param last when last
     * @param times how often
     */
    record Asking(Instant last, int times) {}
}
