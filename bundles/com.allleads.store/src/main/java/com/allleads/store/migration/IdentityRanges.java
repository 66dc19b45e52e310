package com.allleads.store.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fetches on Derby the first range of values for every identity column, while nobody else inserts. Derby keeps no range over a
 * restart and fetches the next one in a transaction of its own that does not wait for locks: where several threads make the
 * first inserts after a start at once, some of them would fail.
 */
final class IdentityRanges {

    private static final String COLUMNS = "SELECT t.tablename, c.columnname FROM sys.syscolumns c"
            + " JOIN sys.systables t ON t.tableid = c.referenceid JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
            + " WHERE c.autoincrementinc IS NOT NULL AND s.schemaname = CURRENT SCHEMA";

    private IdentityRanges() {}

    /** Fetches them, and leaves no row behind. */
    static void fetch(Connection connection) throws SQLException {
        Map<String, String> columns = columns(connection);
        connection.setAutoCommit(false);
        try {
            columns.forEach((table, column) -> fetch(connection, table, column));
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

    private static void fetch(Connection connection, String table, String column) {
        try (Statement insert = connection.createStatement()) {
            insert.execute("INSERT INTO \"" + table + "\" (\"" + column + "\") VALUES (DEFAULT)");
        } catch (SQLException otherColumnsAreMissing) {
            // The value is taken before the row is refused.
        }
    }
}
