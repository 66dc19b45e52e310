package com.allleads.store.groupread;

import com.allleads.api.store.Lookup;
import com.allleads.api.store.RememberingLookup;
import com.allleads.api.store.Transactions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Rows that were found within the last second. */
final class RememberedRows<K, V> implements RememberingLookup<K, V> {

    private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST = 20_000;

    private final Lookup<K, V> lookup;
    private final Predicate<V> lasting;
    private final Transactions transactions;
    private final LongSupplier nanoTime;
    private final Cache<K, Remembered<V>> rows =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Object changed = new Object();

    /** Grows with every change; a row that was read across one is not remembered. */
    private volatile long changes;

    RememberedRows(Lookup<K, V> lookup, Predicate<V> lasting, Transactions transactions, LongSupplier nanoTime) {
        this.lookup = lookup;
        this.lasting = lasting;
        this.transactions = transactions;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<V> find(K key) {
        if (transactions.active()) {
            // What it wrote counts, and may never come to be.
            return lookup.find(key);
        }
        long now = nanoTime.getAsLong();
        Remembered<V> known = rows.getIfPresent(key);
        if (known != null && now - known.readAt() < OLDEST_NANOS) {
            return Optional.of(known.row());
        }
        long before = changes;
        Optional<V> found = lookup.find(key);
        found.filter(lasting).ifPresent(row -> remember(key, new Remembered<>(row, now), before));
        return found;
    }

    private void remember(K key, Remembered<V> row, long before) {
        synchronized (changed) {
            if (changes == before) {
                rows.put(key, row);
            }
        }
    }

    @Override
    public void forget(K key) {
        transactions.afterwards(() -> change(() -> rows.invalidate(key)));
    }

    @Override
    public void forgetAll() {
        transactions.afterwards(() -> change(rows::invalidateAll));
    }

    private void change(Runnable forget) {
        synchronized (changed) {
            changes++;
            forget.run();
        }
    }

    /**
     * A row and when it was read.
     *
     * @param readAt before it was read, in nanoseconds
     */
    private record Remembered<V>(V row, long readAt) {}
}
