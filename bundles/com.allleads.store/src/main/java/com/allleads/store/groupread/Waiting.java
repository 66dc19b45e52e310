package com.allleads.store.groupread;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A caller who waits: to be answered, or to read for all that wait. */
final class Waiting<K, V> {

    private final K key;
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
    private Optional<V> found = Optional.empty();

    Waiting(K key) {
        this.key = key;
    }

    K key() {
        return key;
    }

    /**
     * Waits. Not interruptible: a read is short, and its reader answers everybody.
     *
     * @return whether it is now this caller's turn to read; else there is an answer
     */
    boolean reads() {
        try {
            return turn.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    Optional<V> found() {
        return found;
    }

    void read() {
        turn.complete(true);
    }

    void answer(Optional<V> value) {
        found = value;
        turn.complete(false);
    }

    void fail(RuntimeException failure) {
        turn.completeExceptionally(failure);
    }
}
