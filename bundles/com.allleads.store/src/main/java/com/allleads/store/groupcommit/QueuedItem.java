package com.allleads.store.groupcommit;

import com.allleads.api.store.StoreException;
import java.util.concurrent.CompletableFuture;

/**
 * An item on its way to the database, and whoever waits for it.
 *
 * @param item what to write
 * @param answer completed once, by the writer
 */
record QueuedItem<T, R>(T item, CompletableFuture<R> answer) {

    static <T, R> QueuedItem<T, R> of(T item) {
        return new QueuedItem<>(item, new CompletableFuture<>());
    }

    void done(R result) {
        answer.complete(result);
    }

    /** Each waiter gets an exception of its own, as each will add its own stack to it. */
    void failed(Outcome.Kind kind, Throwable cause) {
        answer.completeExceptionally(new StoreException(kind.message(), cause));
    }
}
