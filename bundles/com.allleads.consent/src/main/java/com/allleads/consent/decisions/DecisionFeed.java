package com.allleads.consent.decisions;

import com.allleads.api.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Follows the table of decisions: each time it is asked it tells of the decisions, of any node, that were committed since. Numbers
 * are given before a transaction commits, so that a smaller one may show later than a greater; numbers that were skipped are looked
 * for until no transaction that has one can be under way any more. Not safe for use by several threads.
 */
public final class DecisionFeed {

    /** Longer than any transaction may take. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** As many numbers as transactions under way can have left out; a longer gap comes of a restart of the database. */
    private static final int MOST_SKIPPED = 500;

    private static final RowMapper<Told> TOLD = (row, context) ->
            new Told(row.getLong("id"), PersonId.parse(row.getString("person")), row.getString("receipt"));

    private final Jdbi jdbi;
    private final Map<Long, Instant> skipped = new TreeMap<>();
    private long last = -1;

    public DecisionFeed(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Whose decisions were committed since the last time.
     *
     * @param now the time
     * @return the first time nobody's, as nothing is known yet
     */
    public List<Told> next(Instant now) {
        if (last < 0) {
            begin(now);
            return List.of();
        }
        List<Told> came = new ArrayList<>(late());
        came.forEach(one -> skipped.remove(one.id()));
        List<Told> newer = newer();
        newer.forEach(one -> follow(one.id(), now));
        came.addAll(newer);
        skipped.values().removeIf(since -> since.plus(LONGEST).isBefore(now));
        return came;
    }

    /** Transactions that are under way have numbers from before the greatest one. */
    private void begin(Instant now) {
        last = jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM consent_decision")
                .mapTo(Long.class)
                .one());
        for (long id = Math.max(1, last - MOST_SKIPPED); id < last; id++) {
            skipped.put(id, now);
        }
        late().forEach(one -> skipped.remove(one.id()));
    }

    private void follow(long id, Instant now) {
        for (long between = Math.max(last + 1, id - MOST_SKIPPED); between < id; between++) {
            skipped.put(between, now);
        }
        last = id;
    }

    private List<Told> newer() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, person, receipt FROM consent_decision WHERE id > :last ORDER BY id")
                .bind("last", last)
                .map(TOLD)
                .list());
    }

    private List<Told> late() {
        List<Told> found = new ArrayList<>();
        List<Long> ids = List.copyOf(skipped.keySet());
        for (int from = 0; from < ids.size(); from += MOST_SKIPPED) {
            List<Long> some = ids.subList(from, Math.min(from + MOST_SKIPPED, ids.size()));
            found.addAll(jdbi.withHandle(
                    handle -> handle.createQuery("SELECT id, person, receipt FROM consent_decision WHERE id IN (<ids>)")
                            .bindList("ids", some)
                            .map(TOLD)
                            .list()));
        }
        return found;
    }

    /**
     * That a decision was committed.
     *
     * @param id its number
     * @param person who decided
     * @param receipt the id of its receipt
     */
    public record Told(long id, PersonId person, String receipt) {}
}
