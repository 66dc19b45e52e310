package com.allleads.catalog;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells that a row was not added because one with its id is there. */
final class DuplicateRow {

    /** What the SQL standard says for a unique constraint; Derby and PostgreSQL follow it. */
    private static final String UNIQUE_VIOLATION = "23505";

    private DuplicateRow() {}

    /** Whether this is why the statement failed, or a batch with it. */
    static boolean in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && violated(sql));
    }

    private static boolean violated(SQLException failure) {
        for (SQLException next = failure; next != null; next = next.getNextException()) {
            if (UNIQUE_VIOLATION.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
