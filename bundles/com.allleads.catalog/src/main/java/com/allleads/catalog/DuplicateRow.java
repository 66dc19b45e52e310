package com.allleads.catalog;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Tells that a row was not added because one with its id is there. */
final class DuplicateRow {

    /** What the SQL standard says for a unique constraint; Derby and PostgreSQL follow it. */
    private static final String UNIQUE_VIOLATION = "23505";

    private DuplicateRow() {}

    /** Whether this is why the statement failed. */
    static boolean in(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState());
    }
}
