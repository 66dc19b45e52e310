package com.allleads.vault.keys;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Rows that a constraint refuses; every database tells so by the SQL standard's codes. */
public final class Duplicates {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private Duplicates() {}

    /** Whether the statement failed because a row with such a key is there already. */
    public static boolean caused(UnableToExecuteStatementException e) {
        return says(e, UNIQUE_VIOLATION);
    }

    /** Whether the statement failed because another table has no such row, or rows of another table still name this one. */
    static boolean causedByReference(UnableToExecuteStatementException e) {
        return says(e, FOREIGN_KEY_VIOLATION);
    }

    private static boolean says(UnableToExecuteStatementException e, String state) {
        return e.getCause() instanceof SQLException sql && state.equals(sql.getSQLState());
    }
}
