package com.allleads.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The rows of a table about which a processor is to be asked at a time that stands in their column {@code check_at}. A row that
 * is due is claimed before anybody asks, so that only one of several nodes does.
 *
 * @param <T> a row
 */
public final class DueChecks<T> {

    private final Jdbi jdbi;
    private final String table;
    private final String select;
    private final RowMapper<T> mapper;

    /**
     * @param table the table, with the columns {@code id}, {@code processor}, {@code check_at} and {@code checks}
     * @param select a query for its rows, without a condition
     * @param mapper reads what the query finds
     */
    public DueChecks(Jdbi jdbi, String table, String select, RowMapper<T> mapper) {
        this.jdbi = jdbi;
        this.table = table;
        this.select = select;
        this.mapper = mapper;
    }

    /** When a row is due; empty where it is not. */
    public static Optional<Instant> checkAt(ResultSet row) throws SQLException {
        long at = row.getLong("check_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    /** Those of a processor that are due now, longest overdue first. */
    public List<T> due(String processor, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(select + " WHERE processor = :processor"
                        + " AND check_at <= :now ORDER BY check_at FETCH FIRST :rows ROWS ONLY")
                .bind("processor", processor)
                .bind("now", now.toEpochMilli())
                .bind("rows", limit)
                .map(mapper)
                .list());
    }

    /**
     * Takes a row that is due.
     *
     * @param due when it was due; empty where it is not
     * @param next when it is due again, should its answer not come
     * @return false where somebody else was faster
     */
    public boolean claim(String id, Optional<Instant> due, Instant next) {
        return due.isPresent()
                && jdbi.withHandle(handle -> handle.createUpdate("UPDATE " + table + " SET check_at = :next,"
                                        + " checks = checks + 1 WHERE id = :id AND check_at = :due")
                                .bind("next", next.toEpochMilli())
                                .bind("id", id)
                                .bind("due", due.get().toEpochMilli())
                                .execute())
                        == 1;
    }

    /** Whatever waits for a processor is due now. */
    public void hurry(String processor, Instant now) {
        hurry(processor, now, "");
    }

    /**
     * What waits for a processor is due now, where a further condition holds.
     *
     * @param condition as in {@code " AND asked_until <= :now"}
     */
    public void hurry(String processor, Instant now, String condition) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE " + table + " SET check_at = :now, checks = 0"
                        + " WHERE processor = :processor AND check_at > :now" + condition)
                .bind("processor", processor)
                .bind("now", now.toEpochMilli())
                .execute());
    }
}
