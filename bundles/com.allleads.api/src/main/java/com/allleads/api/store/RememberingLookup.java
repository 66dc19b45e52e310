package com.allleads.api.store;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A lookup that remembers for a moment what it found, for what is asked for with every request and seldom changes. Who changes a row
 * says so here: what was remembered of it is then gone as soon as the change is committed, on this node; a change by another node
 * is noticed within a second. Absence is never remembered. Safe for use by many threads.
 *
 * @param <K> a key
 * @param <V> what is found
 */
@ProviderType
public interface RememberingLookup<K, V> extends Lookup<K, V> {

    /**
     * Forgets a row that was changed, at the end of the transaction under way, or at once where there is none. To be said after the
     * change, also after one that failed: the database may have made it, and only its answer was lost.
     */
    void forget(K key);

    /** {@link #forget} for whichever rows were changed. */
    void forgetAll();

    /**
     * Changes a row and forgets it, also where the change fails.
     *
     * @return what the change returns
     */
    default <T> T changing(K key, Supplier<T> change) {
        try {
            return change.get();
        } finally {
            forget(key);
        }
    }

    /** {@link #changing} of whichever rows. */
    default <T> T changingMany(Supplier<T> change) {
        try {
            return change.get();
        } finally {
            forgetAll();
        }
    }
}
