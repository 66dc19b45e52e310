package com.allleads.api.store;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads rows by their keys for many callers with one query: what the callers of a busy moment ask for is read together, and a
 * caller who is alone waits for nobody. An answer is never older than the question, but where a capability asks for a lookup that
 * remembers. Used where every request asks, as for its session.
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

    /**
     * Makes a lookup that takes several queries: one wait for all of them, where each by itself would be waited for in turn.
     *
     * @param reader reads for all callers of a moment
     * @param <K> a key
     * @param <V> what is read
     */
    <K, V> Lookup<K, V> lookup(BulkReader<K, V> reader);

    /**
     * Makes a lookup of what is read from elsewhere than the platform's database.
     *
     * @param read reads for all callers of a moment what stands under at least one key, leaving out keys under which nothing
     *     stands; called by the thread of any caller, by several at once
     * @param <K> a key
     * @param <V> what is read
     */
    <K, V> Lookup<K, V> lookupElsewhere(Function<Set<K>, Map<K, V>> read);

    /**
     * Makes a lookup that remembers for a moment what another one finds; never inside a JTA transaction, where what that wrote
     * counts.
     *
     * @param lookup reads what is not remembered
     * @param lasting which of what is found may be remembered
     */
    <K, V> RememberingLookup<K, V> remembering(Lookup<K, V> lookup, Predicate<V> lasting);
}
