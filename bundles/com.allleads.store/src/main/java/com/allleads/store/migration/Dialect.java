package com.allleads.store.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases that the platform runs on, as far as migrations differ. */
enum Dialect {
    DERBY,
    POSTGRESQL;

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "Apache Derby" -> DERBY;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new SQLException("AllLeads runs on Apache Derby or PostgreSQL, not on " + product);
        };
    }

    /**
     * Makes the schema that the data source names. Derby makes it with the user's first table; PostgreSQL would refuse every
     * table for want of one.
     */
    void ensureSchema(Connection connection) throws SQLException {
        if (this != POSTGRESQL || !ask(connection, "select current_schema()").isEmpty()) {
            return;
        }
        String first =
                ask(connection, "show search_path").split(",", 2)[0].strip().replace("\"", "");
        if (!first.isEmpty() && !first.startsWith("$")) {
            try (Statement create = connection.createStatement()) {
                create.execute("create schema if not exists \"" + first + "\"");
            }
        }
    }

    /** Makes sure that the first inserts can come from many threads at once. */
    void prepareInserts(Connection connection) throws SQLException {
        if (this == DERBY) {
            IdentityRanges.fetch(connection);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            String answer = row.next() ? row.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }
}
