package com.allleads.api.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds what stands in a table under a key, see {@link GroupRead}. Safe for use by many threads.
 *
 * @param <K> a key
 * @param <V> what is found
 */
@ProviderType
public interface Lookup<K, V> {

    /**
     * Reads what is committed now; inside a JTA transaction also what that wrote, since then the caller reads alone, on its
     * own connection.
     *
     * @return empty where there is no such row
     * @throws StoreException where it could not be read
     */
    Optional<V> find(K key);
}
