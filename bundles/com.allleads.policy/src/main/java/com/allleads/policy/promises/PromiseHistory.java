package com.allleads.policy.promises;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When each promise turned, with the evidence of that moment. Append-only. */
@Component(service = PromiseHistory.class)
public final class PromiseHistory {

    private static final int EVIDENCE_LENGTH = 2000;

    private final Jdbi jdbi;

    @Activate
    public PromiseHistory(@Reference(target = "(schema=com.allleads.policy)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Writes the report down where it differs from the last one.
     *
     * @return whether the state turned
     */
    boolean note(PromiseReport report) {
        return jdbi.withHandle(handle -> {
            Optional<String> last = handle.createQuery("SELECT state FROM policy_promise_turn WHERE promise = :promise"
                            + " AND id = (SELECT MAX(id) FROM policy_promise_turn WHERE promise = :promise)")
                    .bind("promise", report.id())
                    .mapTo(String.class)
                    .findOne();
            if (last.equals(Optional.of(report.state().name()))) {
                return false;
            }
            String evidence = report.evidence() + " " + report.note();
            handle.createUpdate("INSERT INTO policy_promise_turn (promise, turned_at, state, evidence)"
                            + " VALUES (:promise, :at, :state, :evidence)")
                    .bind("promise", report.id())
                    .bind("at", report.checkedAt().toEpochMilli())
                    .bind("state", report.state().name())
                    .bind("evidence", evidence.substring(0, Math.min(evidence.length(), EVIDENCE_LENGTH)))
                    .execute();
            return true;
        });
    }

    /** Promises that were found broken and that nobody was told of yet, oldest first. */
    List<Owed> untold() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, promise, turned_at, state, evidence"
                        + " FROM policy_promise_turn WHERE state = 'BROKEN' AND told_at IS NULL ORDER BY id")
                .map((row, context) -> new Owed(
                        row.getLong("id"),
                        row.getString("promise"),
                        new Turn(
                                Instant.ofEpochMilli(row.getLong("turned_at")),
                                PromiseState.valueOf(row.getString("state")),
                                row.getString("evidence"))))
                .list());
    }

    /** Notes that somebody was told. */
    void told(List<Owed> alarms, Instant at) {
        jdbi.useHandle(handle -> alarms.forEach(
                alarm -> handle.createUpdate("UPDATE policy_promise_turn SET told_at = :at WHERE id = :id")
                        .bind("at", at.toEpochMilli())
                        .bind("id", alarm.id())
                        .execute()));
    }

    /** The turns of a promise, newest first, at most a hundred. */
    public List<Turn> of(String promise) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT turned_at, state, evidence FROM policy_promise_turn"
                        + " WHERE promise = :promise ORDER BY id DESC FETCH FIRST 100 ROWS ONLY")
                .bind("promise", promise)
                .map((row, context) -> new Turn(
                        Instant.ofEpochMilli(row.getLong("turned_at")),
                        PromiseState.valueOf(row.getString("state")),
                        row.getString("evidence")))
                .list());
    }

    /** How many promises stood where at the end of each day; a promise that was never noted until then is not counted. */
    public Map<LocalDate, Map<PromiseState, Long>> states(List<LocalDate> days) {
        List<Noted> turns = jdbi.withHandle(
                handle -> handle.createQuery("SELECT promise, turned_at, state FROM policy_promise_turn ORDER BY id")
                        .map((row, context) -> new Noted(
                                row.getString("promise"),
                                LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("turned_at")), ZoneOffset.UTC),
                                PromiseState.valueOf(row.getString("state"))))
                        .list());
        return days.stream().collect(Collectors.toMap(day -> day, day -> at(day, turns)));
    }

    private static Map<PromiseState, Long> at(LocalDate day, List<Noted> turns) {
        Map<String, PromiseState> latest = new HashMap<>();
        turns.stream()
                .filter(turn -> !turn.on().isAfter(day))
                .forEach(turn -> latest.put(turn.promise(), turn.state()));
        return latest.values().stream().collect(Collectors.groupingBy(state -> state, Collectors.counting()));
    }

    /**
     * A turn of which somebody is to be told.
     *
     * @param id of the turn
     * @param promise which
     * @param turn what it turned to
     */
    record Owed(long id, String promise, Turn turn) {}

    private record Noted(String promise, LocalDate on, PromiseState state) {}

    /**
     * A turn of a promise.
     *
     * @param at when
     * @param state to what
     * @param evidence the counts and what they meant
     */
    public record Turn(Instant at, PromiseState state, String evidence) {}
}
