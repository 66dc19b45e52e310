package com.allleads.audit;

import com.allleads.api.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of entries, and its chain. */
@Component(service = Trail.class)
public final class Trail {

    private final Jdbi jdbi;
    private final Transactions transactions;

    @Activate
    public Trail(@Reference(target = "(schema=com.allleads.audit)") Jdbi jdbi, @Reference Transactions transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE audit_chain SET kept_since = :now WHERE slot = 1 AND kept_since = 0")
                .bind("now", Instant.now().toEpochMilli())
                .execute());
    }

    /**
     * Appends an entry.
     *
     * @param made makes it, knowing its number
     * @return its number
     */
    long append(LongFunction<Entry> made) {
        if (transactions.active()) {
            throw new IllegalStateException("an entry is no part of anybody's transaction");
        }
        return transactions.required(() -> jdbi.withHandle(handle -> {
            // Locks the chain: nodes beside each other take turns.
            handle.execute("UPDATE audit_chain SET entries = entries WHERE slot = 1");
            Head head = head(handle);
            Entry entry = made.apply(head.entries() + 1);
            StoredEntry stored = StoredEntry.of(head.entries() + 1, entry);
            String hash = Link.hash(head.hash(), stored);
            insert(handle, stored, hash);
            handle.createUpdate("UPDATE audit_chain SET entries = :entries, head = :head WHERE slot = 1")
                    .bind("entries", stored.number())
                    .bind("head", hash)
                    .execute();
            return stored.number();
        }));
    }

    Head head() {
        return jdbi.withHandle(Trail::head);
    }

    private static Head head(Handle handle) {
        return handle.createQuery("SELECT entries, head, kept_since FROM audit_chain WHERE slot = 1")
                .map((row, context) ->
                        new Head(row.getLong("entries"), row.getString("head"), row.getLong("kept_since")))
                .one();
    }

    private static void insert(Handle handle, StoredEntry entry, String hash) {
        handle.createUpdate("INSERT INTO audit_entry (" + StoredEntry.COLUMNS + ", hash) VALUES (:number, :begun, :at,"
                        + " :operator, :role, :channel, :action, :kind, :subject, :reason, :sealed, :outcome, :problem,"
                        + " :hash)")
                .bind("number", entry.number())
                .bind("begun", entry.begun() == 0 ? null : (Long) entry.begun())
                .bind("at", entry.at())
                .bind("operator", entry.operator().orElse(null))
                .bind("role", entry.role().orElse(null))
                .bind("channel", entry.channel().orElse(null))
                .bind("action", entry.action().orElse(null))
                .bind("kind", entry.subjectKind().orElse(null))
                .bind("subject", entry.subject().orElse(null))
                .bind("reason", entry.reason().orElse(null))
                .bind("sealed", entry.sealed() ? 1 : 0)
                .bind("outcome", entry.outcome().orElse(null))
                .bind("problem", entry.problem().orElse(null))
                .bind("hash", hash)
                .execute();
    }

    /** The entries of these numbers that are there, in order, each with its hash. */
    List<Hashed> between(long first, long last) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + StoredEntry.COLUMNS + ", hash FROM audit_entry"
                        + " WHERE number BETWEEN :first AND :last ORDER BY number")
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new Hashed(StoredEntry.read(row), row.getString("hash")))
                .list());
    }

    /** The lowest and the highest number that stands there. */
    Extent extent() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT MIN(number) AS low, MAX(number) AS high FROM audit_entry")
                        .map((row, context) -> new Extent(row.getLong("low"), row.getLong("high")))
                        .one());
    }

    /** How many acts have no end although they began before a time, in milliseconds. */
    long cutOff(long before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM audit_entry b WHERE b.begun IS NULL"
                        + " AND b.written_at < :before AND NOT EXISTS"
                        + " (SELECT 1 FROM audit_entry e WHERE e.begun = b.number)")
                .bind("before", before)
                .mapTo(Long.class)
                .one());
    }

    /** Whether an act stands under a number. */
    boolean has(long number, String action, long at) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM audit_entry WHERE number = :number"
                                + " AND action = :action AND written_at = :at")
                        .bind("number", number)
                        .bind("action", action)
                        .bind("at", at)
                        .mapTo(Long.class)
                        .one()
                != 0);
    }

    /** How many acts of a kind on a subject began. */
    long begun(String action, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject = :subject AND action = :action")
                .bind("subject", subject)
                .bind("action", action)
                .mapTo(Long.class)
                .one());
    }

    /** The acts that a filter lets through, the newest first, with what came of each. */
    List<Joined> acts(ActFilter filter, int most, Optional<Long> before) {
        StringBuilder where = new StringBuilder(" WHERE b.begun IS NULL");
        filter.conditions().keySet().forEach(condition -> where.append(" AND ").append(condition));
        before.ifPresent(number -> where.append(" AND b.number < :before"));
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                    "SELECT b.number, b.begun, b.written_at, b.operator, b.role, b.channel, b.action,"
                            + " b.subject_kind, b.subject, b.reason, b.sealed, e.outcome, e.problem,"
                            + " e.written_at AS ended_at FROM audit_entry b LEFT JOIN audit_entry e"
                            + " ON e.begun = b.number" + where + " ORDER BY b.number DESC FETCH FIRST "
                            + (most + 1) + " ROWS ONLY");
            filter.conditions().values().forEach(query::bindMap);
            before.ifPresent(number -> query.bind("before", number));
            return query.map((row, context) -> new Joined(StoredEntry.read(row), row.getLong("ended_at")))
                    .list();
        });
    }

    /** The numbers that stand there; zero where none does. */
    record Extent(long low, long high) {}

    /**
     * The end of the chain.
     *
     * @param entries how many there are
     * @param hash the last one's
     * @param keptSince since when there is a record, in milliseconds
     */
    record Head(long entries, String hash, long keptSince) {}

    /** An entry with the hash that stands beside it. */
    record Hashed(StoredEntry entry, String hash) {}

    /**
     * An act with what came of it.
     *
     * @param entry the beginning, with outcome and problem of the end
     * @param endedAt when it ended, in milliseconds; 0 where nothing says so
     */
    record Joined(StoredEntry entry, long endedAt) {}
}
