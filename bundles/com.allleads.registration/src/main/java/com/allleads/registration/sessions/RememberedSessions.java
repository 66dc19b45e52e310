package com.allleads.registration.sessions;

import com.allleads.registration.sessions.SessionTable.Row;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Sessions that were found a moment ago: a program that works with one asks for it with each of its requests. A session that ends on
 * this node is forgotten at once, one that ends on another node within a second.
 *
 * <p>Only sessions whose token stays are remembered. Where it is replaced, an old row would make the new token look like a copied
 * one.
 */
final class RememberedSessions {

    private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST = 20_000;

    private final LongSupplier nanoTime;
    private final Cache<String, Remembered> rows =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Object changed = new Object();

    /** Grows with every change; a row that was read across one is not remembered. */
    private volatile long changes;

    RememberedSessions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The session with this digest.
     *
     * @param read reads it where it is not remembered
     */
    Optional<Row> find(String digest, Function<String, Optional<Row>> read) {
        long now = nanoTime.getAsLong();
        Remembered known = rows.getIfPresent(digest);
        if (known != null && now - known.readAt() < OLDEST_NANOS) {
            return Optional.of(known.row());
        }
        long before = changes;
        Optional<Row> found = read.apply(digest);
        found.filter(row -> row.secret().isEmpty()).ifPresent(row -> remember(row, now, before));
        return found;
    }

    private void remember(Row row, long readAt, long before) {
        synchronized (changed) {
            if (changes == before) {
                rows.put(row.digest(), new Remembered(row, readAt));
            }
        }
    }

    /** A session was changed, or has ended. */
    void forget(String digest) {
        synchronized (changed) {
            changes++;
            rows.invalidate(digest);
        }
    }

    /** Sessions have ended, whichever. */
    void forgetAll() {
        synchronized (changed) {
            changes++;
            rows.invalidateAll();
        }
    }

    /**
     * A session and when it was read.
     *
     * @param readAt before it was read, in nanoseconds
     */
    private record Remembered(Row row, long readAt) {}
}
