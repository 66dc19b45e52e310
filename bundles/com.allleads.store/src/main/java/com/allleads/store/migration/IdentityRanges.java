package com.allleads.store.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Fetches on Derby the first range of values for every identity column, while nobody else inserts. Derby keeps no range over a
 * restart and fetches the next one in a transaction of its own that does not wait for locks: where several threads make the
 * first inserts after a start at once, some of them would fail. Who fetches here waits instead: for another bundle that starts at the
 * same time, and for whoever reads Derby's catalog at this moment.
 */
final class IdentityRanges {

    private static final String COLUMNS = "SELECT t.tablename, c.columnname FROM sys.syscolumns c"
            + " JOIN sys.systables t ON t.tableid = c.referenceid JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
            + " WHERE c.autoincrementinc IS NOT NULL AND s.schemaname = CURRENT SCHEMA";

    private static final String LOCKED = "40XL1";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private IdentityRanges() {}

    /** Fetches them, and leaves no row behind. */
    static synchronized void fetch(Connection connection) throws SQLException {
        Map<String, String> columns = columns(connection);
        connection.setAutoCommit(false);
        try {
            for (Map.Entry<String, String> column : columns.entrySet()) {
                fetch(connection, column.getKey(), column.getValue());
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        return columns;
    }

    private static void fetch(Connection connection, String table, String column) throws SQLException {
        long begun = System.nanoTime();
        while (!fetched(connection, table, column)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new SQLException("the numbers of " + table + " are locked by somebody who reads Derby's catalog");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** False where Derby could not lock what it needs. */
    private static boolean fetched(Connection connection, String table, String column) {
        try (Statement insert = connection.createStatement()) {
            insert.execute("INSERT INTO \"" + table + "\" (\"" + column + "\") VALUES (DEFAULT)");
            return true;
        } catch (SQLException otherColumnsAreMissing) {
            // The value is taken before the row is refused.
            return !LOCKED.equals(otherColumnsAreMissing.getSQLState());
        }
    }
}
