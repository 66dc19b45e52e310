package com.allleads.billing.processors;

import com.allleads.billing.Uniqueness;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Which installations of processor bundles were drained; kept, so that a restart does not undo it. A bundle that is installed
 * anew or updated is another installation and takes payments again.
 */
final class DrainMarks {

    private final Jdbi jdbi;
    private final Set<String> drained;

    DrainMarks(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.drained = jdbi.withHandle(handle -> new HashSet<>(handle.createQuery("SELECT bundle FROM billing_drain")
                .mapTo(String.class)
                .list()));
    }

    synchronized boolean has(ProcessorSource source) {
        return drained.contains(source.installation());
    }

    synchronized void remove(ProcessorSource source) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM billing_drain WHERE bundle = :bundle")
                .bind("bundle", source.installation())
                .execute());
        drained.remove(source.installation());
    }

    synchronized void set(String processor, ProcessorSource source, Clock clock) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO billing_drain (processor, bundle, drained_at)"
                            + " VALUES (:processor, :bundle, :at)")
                    .bind("processor", processor)
                    .bind("bundle", source.installation())
                    .bind("at", clock.millis())
                    .execute());
        } catch (JdbiException e) {
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
        }
        drained.add(source.installation());
    }
}
