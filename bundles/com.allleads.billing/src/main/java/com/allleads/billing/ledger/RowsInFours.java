package com.allleads.billing.ledger;

import com.allleads.api.store.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Inserts rows four at a time, and what is left one by one: Derby takes longer over each statement than over a row, and longer
 * again over statements that are too long.
 *
 * @param connection in whose transaction
 * @param table with its columns in brackets
 * @param columns how many there are
 */
record RowsInFours(Connection connection, String table, int columns) {

    private static final int TOGETHER = 4;

    <T> void insert(List<T> rows, Values<T> values) throws SQLException {
        int alone = rows.size() % TOGETHER;
        insert(TOGETHER, rows.subList(0, rows.size() - alone), values);
        insert(1, rows.subList(rows.size() - alone, rows.size()), values);
    }

    private <T> void insert(int together, List<T> rows, Values<T> values) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " VALUES " + row + (", " + row).repeat(together - 1))) {
            for (int i = 0; i < rows.size(); i += together) {
                Parameters parameters = new Parameters(insert);
                for (T one : rows.subList(i, i + together)) {
                    values.add(one, parameters);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What stands in the columns of a row. */
    @FunctionalInterface
    interface Values<T> {

        /** Adds one value for each column, in order. */
        void add(T row, Parameters parameters) throws SQLException;
    }
}
