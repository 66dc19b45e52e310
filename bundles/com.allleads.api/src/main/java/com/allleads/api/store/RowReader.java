package com.allleads.api.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads a row of a {@linkplain GroupRead grouped query}.
 *
 * @param <K> the row's key
 * @param <V> what is read
 */
@FunctionalInterface
@ConsumerType
public interface RowReader<K, V> {

    /**
     * Reads the row at which the result stands.
     *
     * @param row not moved and not kept
     */
    Row<K, V> read(ResultSet row) throws SQLException;

    /**
     * A row.
     *
     * @param key by which it was asked for
     * @param value what stands there
     */
    record Row<K, V>(K key, V value) {}
}
