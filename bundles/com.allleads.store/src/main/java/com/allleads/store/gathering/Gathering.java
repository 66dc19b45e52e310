package com.allleads.store.gathering;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A moment's wait for others, where others are likely to come: on a busy site it saves the database most of its work, and who is
 * alone does not wait. Used by one thread at a time, which need not be the same one.
 */
public final class Gathering {

    /** Where the last ones were done no longer ago than this, others are likely to come. */
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** How long they are waited for: less than a query takes. */
    private static final long GATHER_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private volatile long lastDone;
    private volatile boolean several;

    /** By the machine's clock. */
    public Gathering() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    Gathering(LongSupplier nanoTime, LongConsumer pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.lastDone = nanoTime.getAsLong();
    }

    /** Waits for others, where several came together right before. */
    public void await() {
        if (several && nanoTime.getAsLong() - lastDone < BUSY_NANOS) {
            pause.accept(GATHER_NANOS);
        }
    }

    /**
     * Some were done together.
     *
     * @param together how many
     */
    public void done(int together) {
        several = together > 1;
        lastDone = nanoTime.getAsLong();
    }
}
