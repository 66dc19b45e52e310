package com.allleads.api.store;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Queues items and writes many of them in each transaction, in the order in which they came in.
 *
 * <p>Safe for use by many threads. The transaction is its own, so that what was committed survives a caller that fails
 * afterwards; for that reason it refuses to work inside a caller's JTA transaction, where waiting for another
 * transaction's locks could never end.
 *
 * @param <T> an item
 * @param <R> what the batch answers for it
 */
@ProviderType
public interface Committer<T, R> extends AutoCloseable {

    /**
     * Writes an item and waits until it is durable. An interrupt does not end the wait, as the item may be written already; it
     * stays set.
     *
     * @return what the batch answered for this item
     * @throws IllegalStateException inside a JTA transaction, or after {@link #close()}
     * @throws StoreException where the item could not be written; nothing of it was, unless the message says that the
     *     database did not confirm the commit. So items carry a key by which writing them again does no harm.
     */
    R commit(T item);

    /**
     * Queues an item; waits only while very many are queued. What is chained to the future without an executor runs on the
     * writer's thread and holds up everybody else's items: it must be quick and may not come back here.
     *
     * @return completes when the item is durable, or with a {@link StoreException}
     * @throws IllegalStateException as {@link #commit}
     */
    CompletableFuture<R> submit(T item);

    /** Writes what is queued, then refuses more. Waits until that is done. */
    @Override
    void close();
}
