package com.allleads.notification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Tells whoever sends that there is something to send, so that a message need not wait for the next look. */
@Component(service = Bell.class)
public final class Bell {

    private final Semaphore rung = new Semaphore(0);

    /** Rings; once is enough for any number of messages. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Waits for the bell, or for so long at most. */
    public void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
