package com.allleads.store.groupread;

import com.allleads.api.store.RowReader;
import com.allleads.api.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads rows by their keys. Only a few numbers of keys are asked for, the rest being the last one again, so that the database
 * knows the statements.
 */
final class BulkQuery<K, V> {

    private static final int[] SIZES = {1, 8, 64};

    private final DataSource dataSource;
    private final String query;
    private final RowReader<K, V> row;

    BulkQuery(DataSource dataSource, String query, RowReader<K, V> row) {
        this.dataSource = dataSource;
        this.query = query;
        this.row = row;
    }

    Map<K, V> read(Set<K> keys) {
        Map<K, V> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            List<K> all = List.copyOf(keys);
            int from = 0;
            while (from < all.size()) {
                int size = size(all.size() - from);
                read(connection, all.subList(from, Math.min(from + size, all.size())), size, found);
                from += size;
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("rows could not be read", e);
        }
    }

    private void read(Connection connection, List<K> keys, int size, Map<K, V> found) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query + " (" + "?, ".repeat(size - 1) + "?)")) {
            for (int i = 0; i < size; i++) {
                statement.setObject(i + 1, keys.get(Math.min(i, keys.size() - 1)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    RowReader.Row<K, V> read = row.read(rows);
                    found.put(read.key(), read.value());
                }
            }
        }
    }

    private static int size(int left) {
        for (int size : SIZES) {
            if (left <= size) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }
}
