package com.allleads.payment.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The calls under way, so that a stopping bundle lets them finish before it closes its books. */
final class UnderWay {

    private final Semaphore calls = new Semaphore(Integer.MAX_VALUE, true);
    private final CountDownLatch leaving = new CountDownLatch(1);

    /** Begins a call, which ends when the answer is closed. */
    Call begin() {
        calls.acquireUninterruptibly();
        return calls::release;
    }

    /** Says nothing for a long time; returns at once when the bundle stops. */
    void keepSilent(Duration time) throws InterruptedException {
        leaving.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Wakes those who keep silent, and waits until every call has ended, but not longer than some time. */
    void leave(Duration patience) {
        leaving.countDown();
        try {
            if (calls.tryAcquire(Integer.MAX_VALUE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                // Who still comes finds the books closed.
                calls.release(Integer.MAX_VALUE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call under way. */
    interface Call extends AutoCloseable {
        @Override
        void close();
    }
}
