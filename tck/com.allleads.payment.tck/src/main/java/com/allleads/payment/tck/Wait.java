package com.allleads.payment.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what somebody else does. */
final class Wait {

    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Wait() {}

    /** Whether something came true in time. */
    static boolean until(Question question, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (!question.yes()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /** Lets some time pass in which nothing may happen, and ends early where it does. */
    static void watch(Question nothingHappened, Duration time) throws Exception {
        until(() -> !nothingHappened.yes(), time);
    }

    /** Something that is true or not yet. */
    @FunctionalInterface
    interface Question {
        boolean yes() throws Exception;
    }
}
