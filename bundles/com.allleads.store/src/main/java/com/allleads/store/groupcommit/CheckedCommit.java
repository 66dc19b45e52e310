package com.allleads.store.groupcommit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Commits, and fails where a statement of the transaction had failed, so that a batch that swallowed such a failure is never told
 * as written: PostgreSQL gives up the transaction at the failure, and answers a commit afterwards as if nothing had happened. Any
 * statement tells, and it goes to the server together with the commit. Derby takes back the one statement, and goes on.
 */
final class CheckedCommit {

    /** In a transaction that PostgreSQL gave up, as it answers any statement. */
    private static final String GIVEN_UP = "25P02";

    private CheckedCommit() {}

    /**
     * Commits.
     *
     * @throws SQLException where it was not confirmed; {@link #refused} tells whether it is certain that nothing was written
     */
    static void commit(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (PreparedStatement commit = connection.prepareStatement("VALUES (1); COMMIT")) {
                commit.execute();
            }
        }
        // For the driver and the pool, which ask the server again only where there is something left to commit.
        connection.commit();
    }

    /** Whether the database never came to the commit. */
    static boolean refused(Throwable failure) {
        return failure instanceof SQLException said && GIVEN_UP.equals(said.getSQLState());
    }
}
