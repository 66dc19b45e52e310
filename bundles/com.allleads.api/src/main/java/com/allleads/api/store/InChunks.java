package com.allleads.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Runs a query over many values. The values are asked for in chunks of a few fixed sizes, so that a database has to understand
 * only a few statements however many values there are; the last chunk is filled up by repeating its last value. Keeps
 * nothing; as safe for threads as the connection.
 */
public final class InChunks {

    private static final int[] SIZES = {1, 4, 16, 64};

    private InChunks() {}

    /**
     * Runs the query.
     *
     * @param before the query up to and with {@code IN}
     * @param values what to look for
     * @param row takes each row
     */
    public static void query(Connection connection, String before, List<?> values, RowTaker row) throws SQLException {
        int from = 0;
        while (from < values.size()) {
            int size = size(values.size() - from);
            try (PreparedStatement query = connection.prepareStatement(before + " (" + "?, ".repeat(size - 1) + "?)")) {
                for (int i = 0; i < size; i++) {
                    query.setObject(i + 1, values.get(Math.min(from + i, values.size() - 1)));
                }
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        row.take(rows);
                    }
                }
            }
            from += size;
        }
    }

    /**
     * Reads rows by their keys.
     *
     * @param before the query up to and with {@code IN}
     * @param keys what to look for
     * @param row reads each row
     * @return what was found; keys without a row are left out
     */
    public static <K, V> Map<K, V> byKey(Connection connection, String before, Collection<?> keys, RowReader<K, V> row)
            throws SQLException {
        Map<K, V> found = new HashMap<>();
        query(connection, before, List.copyOf(keys), result -> {
            RowReader.Row<K, V> read = row.read(result);
            found.put(read.key(), read.value());
        });
        return found;
    }

    private static int size(int left) {
        for (int size : SIZES) {
            if (left <= size) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    /** Takes one row. */
    @FunctionalInterface
    @ConsumerType
    public interface RowTaker {

        /** Reads the row at which the result stands. */
        void take(ResultSet row) throws SQLException;
    }
}
