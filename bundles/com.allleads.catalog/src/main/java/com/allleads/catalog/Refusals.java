package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Orders that the balance did not suffice for. Repeated with the same key such an order gets the same answer, however much was
 * paid in meanwhile: who wants to order again says so by a new key.
 */
@Component(service = Refusals.class)
public final class Refusals {

    private final Jdbi jdbi;

    @Activate
    public Refusals(@Reference(target = "(schema=com.allleads.catalog)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Remembers a refusal, unless it is there. */
    void add(UUID order, PersonId person, String bodyDigest) {
        try {
            jdbi.useHandle(
                    handle -> handle.createUpdate("INSERT INTO catalog_refusal (id, person, body_digest, refused_at)"
                                    + " VALUES (:id, :person, :digest, :at)")
                            .bind("id", order.toString())
                            .bind("person", person.toString())
                            .bind("digest", bodyDigest)
                            .bind("at", Instant.now().toEpochMilli())
                            .execute());
        } catch (UnableToExecuteStatementException e) {
            if (!DuplicateRow.in(e)) {
                throw e;
            }
        }
    }

    /** The digest of the request that was refused under an order's id. */
    Optional<String> find(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT body_digest FROM catalog_refusal WHERE id = :id")
                .bind("id", order.toString())
                .mapTo(String.class)
                .findOne());
    }

    /** When a person was refused, oldest first. */
    List<Instant> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT refused_at FROM catalog_refusal WHERE person = :person ORDER BY refused_at")
                .bind("person", person.toString())
                .map((row, context) -> Instant.ofEpochMilli(row.getLong("refused_at")))
                .list());
    }
}
