package com.allleads.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads what stands under many keys, for {@link GroupRead}. Called by the thread of any caller, by several at once.
 *
 * @param <K> a key; equal keys are asked for once
 * @param <V> what is read
 */
@FunctionalInterface
@ConsumerType
public interface BulkReader<K, V> {

    /**
     * Reads.
     *
     * @param connection only read from; neither committed nor closed nor kept
     * @param keys at least one
     * @return what was found; keys under which nothing stands are left out
     */
    Map<K, V> read(Connection connection, Set<K> keys) throws SQLException;
}
