package com.allleads.store.groupread;

import com.allleads.api.store.BulkReader;
import com.allleads.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads by keys, on a connection of its own or on that of the caller's transaction. */
final class BulkQuery<K, V> {

    private final DataSource dataSource;
    private final BulkReader<K, V> reader;

    BulkQuery(DataSource dataSource, BulkReader<K, V> reader) {
        this.dataSource = dataSource;
        this.reader = reader;
    }

    Map<K, V> read(Set<K> keys) {
        try (Connection connection = dataSource.getConnection()) {
            return reader.read(connection, keys);
        } catch (SQLException e) {
            throw new StoreException("rows could not be read", e);
        }
    }
}
