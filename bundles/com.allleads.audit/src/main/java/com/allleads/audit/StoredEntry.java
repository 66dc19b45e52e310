package com.allleads.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A row of the record, as it stands and as it is hashed.
 *
 * @param number its place, from 1
 * @param begun of an end, the number of the beginning; else 0
 * @param at when, in milliseconds
 * @param operator who
 * @param role in which role
 * @param channel by what
 * @param action what
 * @param subjectKind what kind of thing it is done to
 * @param subject its identifier
 * @param reason why
 * @param sealed whether the reason is sealed
 * @param outcome what came of it
 * @param problem why it was refused
 */
record StoredEntry(
        long number,
        long begun,
        long at,
        Optional<String> operator,
        Optional<String> role,
        Optional<String> channel,
        Optional<String> action,
        Optional<String> subjectKind,
        Optional<String> subject,
        Optional<String> reason,
        boolean sealed,
        Optional<String> outcome,
        Optional<String> problem) {

    static final String COLUMNS = "number, begun, written_at, operator, role, channel, action, subject_kind, subject,"
            + " reason, sealed, outcome, problem";

    static StoredEntry of(long number, Entry entry) {
        if (entry instanceof Entry.End end) {
            return new StoredEntry(
                    number,
                    end.begun(),
                    end.at().toEpochMilli(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(end.outcome().name()),
                    end.problem());
        }
        Entry.Beginning beginning = (Entry.Beginning) entry;
        return new StoredEntry(
                number,
                0,
                beginning.at().toEpochMilli(),
                Optional.of(beginning.act().operator().name()),
                Optional.of(beginning.act().operator().role().name()),
                Optional.of(beginning.act().channel().name()),
                Optional.of(beginning.act().action()),
                beginning.act().subject().map(subject -> subject.kind()),
                beginning.act().subject().map(subject -> subject.id()),
                beginning.reason().text(),
                beginning.reason().sealed(),
                Optional.empty(),
                Optional.empty());
    }

    static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("number"),
                row.getLong("begun"),
                row.getLong("written_at"),
                text(row, "operator"),
                text(row, "role"),
                text(row, "channel"),
                text(row, "action"),
                text(row, "subject_kind"),
                text(row, "subject"),
                text(row, "reason"),
                row.getInt("sealed") != 0,
                text(row, "outcome"),
                text(row, "problem"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** Leaves the reason out. */
    @Override
    public String toString() {
        return "StoredEntry[" + number + "]";
    }
}
