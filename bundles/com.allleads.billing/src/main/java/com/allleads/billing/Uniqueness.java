package com.allleads.billing;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Tells a row that was there before from a failure of the database. */
public final class Uniqueness {

    private static final String UNIQUE_VIOLATION = "23505";

    private Uniqueness() {}

    /** Whether a statement failed because another row has a value that must be one row's alone. */
    public static boolean violatedBy(JdbiException e) {
        return e.getCause() instanceof SQLException cause && violatedBy(cause);
    }

    /** Whether a statement failed because another row has a value that must be one row's alone; also one of a batch. */
    public static boolean violatedBy(SQLException e) {
        for (SQLException next = e; next != null; next = next.getNextException()) {
            if (UNIQUE_VIOLATION.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
