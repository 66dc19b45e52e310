package com.allleads.vault.retention;

import com.allleads.vault.retention.SweepReport.FieldResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of sweeps. */
@Component(service = Sweeps.class)
public final class Sweeps {

    private final Jdbi jdbi;

    @Activate
    public Sweeps(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that one begins, and gives its number. */
    long begin(String by, Instant at) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("INSERT INTO vault_retention_sweep (started_at, started_by,"
                                + " people, erased) VALUES (:at, :by, 0, 0)")
                        .bind("at", at.toEpochMilli())
                        .bind("by", by)
                        .executeAndReturnGeneratedKeys()
                        .mapTo(Long.class)
                        .one());
    }

    /** Notes what it did, in the caller's transaction. */
    void end(long id, long people, long erased, Collection<FieldResult> results, Instant at) {
        jdbi.useHandle(handle -> {
            results.forEach(result -> handle.createUpdate("INSERT INTO vault_retention_result (sweep, field, due,"
                            + " deleted, kept, why) VALUES (:sweep, :field, :due, :deleted, :kept, :why)")
                    .bind("sweep", id)
                    .bind("field", result.field())
                    .bind("due", result.due())
                    .bind("deleted", result.deleted())
                    .bind("kept", result.kept())
                    .bind("why", result.why().orElse(null))
                    .execute());
            handle.createUpdate("UPDATE vault_retention_sweep SET people = :people, erased = :erased, ended_at = :at"
                            + " WHERE id = :id")
                    .bind("people", people)
                    .bind("erased", erased)
                    .bind("at", at.toEpochMilli())
                    .bind("id", id)
                    .execute();
        });
    }

    /** When the last one began that came to its end. */
    public Optional<Instant> last() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT MAX(started_at) FROM vault_retention_sweep WHERE ended_at IS NOT NULL")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /** The newest. */
    public List<SweepReport> newest(int limit) {
        return jdbi.withHandle(handle -> {
            List<SweepReport> sweeps = handle.createQuery("SELECT id, started_at, started_by, people, erased, ended_at"
                            + " FROM vault_retention_sweep ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY")
                    .map((row, context) -> new SweepReport(
                            row.getLong("id"),
                            Instant.ofEpochMilli(row.getLong("started_at")),
                            row.getString("started_by"),
                            row.getLong("people"),
                            row.getLong("erased"),
                            Optional.ofNullable(row.getObject("ended_at", Long.class))
                                    .map(Instant::ofEpochMilli),
                            List.of()))
                    .list();
            if (sweeps.isEmpty()) {
                return sweeps;
            }
            Map<Long, List<FieldResult>> results = handle.createQuery("SELECT sweep, field, due, deleted, kept, why"
                            + " FROM vault_retention_result WHERE sweep IN (<sweeps>) ORDER BY field")
                    .bindList("sweeps", sweeps.stream().map(SweepReport::id).toList())
                    .map((row, context) -> Map.entry(
                            row.getLong("sweep"),
                            new FieldResult(
                                    row.getString("field"),
                                    row.getLong("due"),
                                    row.getLong("deleted"),
                                    row.getLong("kept"),
                                    Optional.ofNullable(row.getString("why")))))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            return sweeps.stream()
                    .map(sweep -> new SweepReport(
                            sweep.id(),
                            sweep.startedAt(),
                            sweep.startedBy(),
                            sweep.people(),
                            sweep.erased(),
                            sweep.endedAt(),
                            results.getOrDefault(sweep.id(), List.of())))
                    .toList();
        });
    }
}
