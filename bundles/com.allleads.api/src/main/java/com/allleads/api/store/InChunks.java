package com.allleads.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        query(connection, List.of(new Part(before, values)), row);
    }

    /**
     * Runs several queries as one, a way to the database for all of them. A row may be taken more than once where one of them has
     * more values than a chunk.
     *
     * @param parts the queries; their columns are the same
     * @param row takes each row, those of the first query first
     */
    public static void query(Connection connection, List<Part> parts, RowTaker row) throws SQLException {
        int most = parts.stream().mapToInt(part -> part.values().size()).max().orElse(0);
        int from = 0;
        while (from < most) {
            int size = size(most - from);
            String values = " (" + "?, ".repeat(size - 1) + "?)";
            try (PreparedStatement query = connection.prepareStatement(
                    parts.stream().map(part -> part.before() + values).collect(Collectors.joining(" UNION ALL ")))) {
                for (int part = 0; part < parts.size(); part++) {
                    set(query, part * size, parts.get(part).values(), from, size);
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

    /** Nothing is equal to NULL, which stands for values where there are none. */
    private static void set(PreparedStatement query, int place, List<?> values, int from, int size)
            throws SQLException {
        for (int i = 0; i < size; i++) {
            if (values.isEmpty()) {
                query.setNull(place + i + 1, Types.VARCHAR);
            } else {
                query.setObject(place + i + 1, values.get(Math.min(from + i, values.size() - 1)));
            }
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

    /**
     * One of several queries.
     *
     * @param before the query up to and with {@code IN}
     * @param values what to look for; none finds nothing
     */
    public record Part(String before, List<?> values) {}

    /** Takes one row. */
    @FunctionalInterface
    @ConsumerType
    public interface RowTaker {

        /** Reads the row at which the result stands. */
        void take(ResultSet row) throws SQLException;
    }
}
