package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.UseLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the uses that were written down claim to stand on. */
@Component(service = {UseGrounds.class, UseLog.class})
public final class UseGrounds implements UseLog {

    /** How many uses are read at once. */
    private static final long WINDOW = 10_000;

    private final Jdbi jdbi;

    @Activate
    public UseGrounds(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many uses there are for each purpose on each basis. */
    public List<Total> totals() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT purpose, basis, COUNT(*) AS held FROM vault_use GROUP BY purpose, basis")
                .map((row, context) -> new Total(row.getString("purpose"), row.getString("basis"), row.getLong("held")))
                .list());
    }

    @Override
    public List<Uses> since(String purpose, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person, receipt, MIN(used_at) AS first_at,"
                        + " COUNT(*) AS held FROM vault_use WHERE purpose = :purpose AND used_at >= :since"
                        + " GROUP BY person, receipt")
                .bind("purpose", purpose)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new Uses(
                        PersonId.parse(row.getString("person")),
                        Optional.ofNullable(row.getString("receipt")),
                        Instant.ofEpochMilli(row.getLong("first_at")),
                        row.getLong("held")))
                .list());
    }

    /** Goes through all uses that stand on a person's decision. */
    public void choices(Consumer<List<Claim>> pages) {
        long last = jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM vault_use")
                .mapTo(Long.class)
                .one());
        for (long from = 1; from <= last; from += WINDOW) {
            List<Claim> page = claims(from, from + WINDOW);
            if (!page.isEmpty()) {
                pages.accept(page);
            }
        }
    }

    private List<Claim> claims(long from, long before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person, purpose, receipt, MIN(used_at) AS first_at,"
                        + " MAX(used_at) AS last_at, COUNT(*) AS held FROM vault_use WHERE id >= :from AND id < :before"
                        + " AND basis = 'CHOICE' GROUP BY person, purpose, receipt")
                .bind("from", from)
                .bind("before", before)
                .map((row, context) -> new Claim(
                        row.getString("person"),
                        row.getString("purpose"),
                        Optional.ofNullable(row.getString("receipt")),
                        Instant.ofEpochMilli(row.getLong("first_at")),
                        Instant.ofEpochMilli(row.getLong("last_at")),
                        row.getLong("held")))
                .list());
    }

    /**
     * Uses for one purpose on one basis.
     *
     * @param purpose what for
     * @param basis the basis written down
     * @param uses how many
     */
    public record Total(String purpose, String basis, long uses) {}

    /**
     * Uses that stand on one decision.
     *
     * @param person whose data
     * @param purpose what for
     * @param receipt the decision's receipt, where one is written down
     * @param first the first of them
     * @param last the last of them
     * @param uses how many
     */
    public record Claim(
            String person, String purpose, Optional<String> receipt, Instant first, Instant last, long uses) {}
}
