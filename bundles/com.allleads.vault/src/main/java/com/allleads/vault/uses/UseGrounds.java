package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.UseLog;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the uses that were written down claim to stand on. */
@Component(service = {UseGrounds.class, UseLog.class})
public final class UseGrounds implements UseLog {

    /** About how many uses are read at once. */
    private static final long WINDOW = 10_000;

    private final Jdbi jdbi;

    @Activate
    public UseGrounds(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many uses there are on each terms; terms that are gone are for no purpose and on no basis. */
    public List<Total> totals() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT t.purpose, t.basis, u.held FROM (SELECT terms,"
                        + " COUNT(*) AS held FROM vault_use GROUP BY terms) u"
                        + " LEFT JOIN vault_use_terms t ON t.id = u.terms")
                .map((row, context) -> new Total(
                        Objects.toString(row.getString("purpose"), ""),
                        Objects.toString(row.getString("basis"), ""),
                        row.getLong("held")))
                .list());
    }

    @Override
    public List<Uses> since(String purpose, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT u.person, u.receipt, MIN(u.used_at) AS first_at,"
                        + " COUNT(*) AS held" + Terms.USES + " WHERE t.purpose = :purpose AND u.used_at >= :since"
                        + " GROUP BY u.person, u.receipt")
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
        for (Span span : spans()) {
            for (long from = span.first(); from <= span.last(); from += span.step()) {
                List<Claim> page = claims(span.chain(), from, from + span.step());
                if (!page.isEmpty()) {
                    pages.accept(page);
                }
            }
        }
    }

    private List<Span> spans() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT chain, MIN(batch) AS first_batch,"
                        + " MAX(batch) AS last_batch, COUNT(*) AS held FROM vault_use GROUP BY chain")
                .map((row, context) -> new Span(
                        row.getInt("chain"),
                        row.getLong("first_batch"),
                        row.getLong("last_batch"),
                        row.getLong("held")))
                .list());
    }

    private List<Claim> claims(int chain, long from, long before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT u.person, t.purpose, u.receipt,"
                        + " MIN(u.used_at) AS first_at, MAX(u.used_at) AS last_at, COUNT(*) AS held" + Terms.USES
                        + " WHERE u.chain = :chain AND u.batch >= :from AND u.batch < :before AND t.basis = 'CHOICE'"
                        + " GROUP BY u.person, t.purpose, u.receipt")
                .bind("chain", chain)
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

    /** The uses of one chain. */
    private record Span(int chain, long first, long last, long uses) {

        /** So many batches hold about as many uses as are read at once. */
        long step() {
            return Math.max(1, (last - first + 1) / Math.max(1, uses / WINDOW));
        }
    }

    /**
     * Uses on the same terms.
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
