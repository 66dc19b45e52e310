package com.allleads.vault.keys;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Rows that are there already; every database tells so by the SQL standard's code. */
public final class Duplicates {

    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicates() {}

    /** Whether the statement failed because a row with such a key is there already. */
    public static boolean caused(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
