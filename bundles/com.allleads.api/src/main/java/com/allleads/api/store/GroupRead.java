package com.allleads.api.store;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads rows by their keys for many callers with one query: what the callers of a busy moment ask for is read together, and a
 * caller who is alone waits for nobody. Nothing is cached, so that an answer is never older than the question. Used where every
 * request asks, as for its session.
 */
@ProviderType
public interface GroupRead {

    /**
     * Makes a lookup. It needs no closing and works while the store does.
     *
     * @param query a query of rows by their keys, up to and with the last word {@code IN}: the keys follow in brackets
     * @param row reads the key and the value of a row; called by the thread of any caller
     * @param <K> a key, {@code String} or {@code Long}
     * @param <V> what is read
     */
    <K, V> Lookup<K, V> lookup(String query, RowReader<K, V> row);
}
