package com.allleads.store.groupread;

import com.allleads.api.store.InChunks;
import com.allleads.api.store.RowReader;
import com.allleads.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads rows by their keys. */
final class BulkQuery<K, V> {

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
            InChunks.query(connection, query, List.copyOf(keys), result -> {
                RowReader.Row<K, V> read = row.read(result);
                found.put(read.key(), read.value());
            });
            return found;
        } catch (SQLException e) {
            throw new StoreException("rows could not be read", e);
        }
    }
}
