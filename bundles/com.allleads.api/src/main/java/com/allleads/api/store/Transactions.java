package com.allleads.api.store;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Ordinary writes: several capabilities commit or roll back as one. Everything that is done in the work on the platform's
 * data source, by JPA or JDBC, of this or another bundle, belongs to one JTA transaction of the calling thread.
 *
 * <p>A statement that fails dooms the transaction, also where its exception is caught: PostgreSQL could not go on. Derby forgives a
 * violated constraint; so an insert unless there is {@code ON CONFLICT DO NOTHING} on PostgreSQL, and caught on Derby.
 *
 * <p>Safe for use by many threads. When the store stops, work under way finishes or rolls back.
 */
@ProviderType
public interface Transactions {

    /**
     * Does the work in the transaction under way, or in a new one that commits when the work returns.
     *
     * @param work the work; an exception of any kind rolls back and is thrown on as it is
     * @return what the work returned, durable where the transaction was new
     * @throws StoreException where the commit failed; nothing was written, unless the database was lost while committing
     * @throws IllegalStateException where the transaction under way is already to be rolled back, or the work ended it itself
     */
    <T> T required(Supplier<T> work);

    /** {@link #required(Supplier)} without a result. */
    default void required(Runnable work) {
        required(() -> {
            work.run();
            return null;
        });
    }

    /** Whether the calling thread is inside a transaction. */
    boolean active();

    /**
     * Does something once the transaction under way has ended, whether it was committed or not: what was remembered of the rows that
     * it changed is forgotten then, and not before. At once where there is no transaction, or only one that is to be rolled back.
     *
     * @param work quick, and no part of the transaction any more; what it throws is logged and reaches nobody
     */
    void afterwards(Runnable work);
}
