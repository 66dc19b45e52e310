package com.allleads.billing.processors;

import java.util.concurrent.atomic.AtomicBoolean;

/** A payment under way at a processor, which is not drained before it ended. Closing it twice counts once. */
public final class Flight implements AutoCloseable {

    private final InstalledProcessor processor;
    private final Runnable landed;
    private final AtomicBoolean closed = new AtomicBoolean();

    Flight(InstalledProcessor processor, Runnable landed) {
        this.processor = processor;
        this.landed = landed;
    }

    /** At which processor. */
    public InstalledProcessor processor() {
        return processor;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            landed.run();
        }
    }
}
