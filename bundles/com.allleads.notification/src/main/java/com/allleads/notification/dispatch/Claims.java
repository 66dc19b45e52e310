package com.allleads.notification.dispatch;

import com.allleads.api.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Claims messages that are due, each for one node at a time. A claim moves the time of the next attempt to the end of its
 * lease, on the condition that it has not been moved meanwhile; so whoever comes second finds nothing to move, and a message
 * whose node died becomes due again by itself.
 */
final class Claims {

    private final Jdbi jdbi;

    Claims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Claims those that are due longest. */
    List<Claimed> claim(int most, Instant now, Duration lease) {
        return jdbi.withHandle(handle -> {
            List<Long> due = due(handle, most, now);
            if (due.isEmpty()) {
                return List.of();
            }
            String claim = UUID.randomUUID().toString();
            Instant leaseEnd = now.plus(lease);
            int taken = handle.createUpdate("UPDATE notification_message SET state = 'SENDING', claim = :claim,"
                            + " attempts = attempts + 1, next_attempt = :end WHERE id IN (<ids>)"
                            + " AND next_attempt <= :now")
                    .bind("claim", claim)
                    .bind("end", leaseEnd.toEpochMilli())
                    .bindList("ids", due)
                    .bind("now", now.toEpochMilli())
                    .execute();
            return taken == 0 ? List.of() : claimed(handle, due, claim, leaseEnd);
        });
    }

    private static List<Long> due(Handle handle, int most, Instant now) {
        return handle.createQuery("SELECT id FROM notification_message WHERE next_attempt <= :now"
                        + " ORDER BY next_attempt, id FETCH FIRST " + most + " ROWS ONLY")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    private static List<Claimed> claimed(Handle handle, List<Long> ids, String claim, Instant leaseEnd) {
        return handle.createQuery("SELECT id, reference, person, template, sealed_values, attempts, created_at"
                        + " FROM notification_message WHERE id IN (<ids>) AND claim = :claim ORDER BY id")
                .bindList("ids", ids)
                .bind("claim", claim)
                .map((row, context) -> new Claimed(
                        row.getLong("id"),
                        claim,
                        row.getString("reference"),
                        PersonId.parse(row.getString("person")),
                        row.getString("template"),
                        row.getBytes("sealed_values"),
                        row.getInt("attempts"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        leaseEnd))
                .list();
    }
}
