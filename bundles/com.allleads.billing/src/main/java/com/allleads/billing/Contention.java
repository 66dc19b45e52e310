package com.allleads.billing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Does again what the database undid because somebody else was in the way, SQLSTATE class 40. Derby does so to inserts that come while it
 * renews the statistics of a table: it forgets the numbers that it fetched for the table, and does not wait for the lock that
 * fetching them anew needs.
 */
public final class Contention {

    private static final String ROLLED_BACK = "40";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int TRIES = 250;

    private Contention() {}

    /**
     * Does work, again where it was undone, for five seconds at most.
     *
     * @param work a transaction of its own, or one statement outside any, and nothing that would be left of it once it is undone
     */
    public static <T> T outlasted(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!passes(e, tries)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Waits a moment where the work is worth another try, and says whether it is.
     *
     * @param failure what ended the work
     * @param tries how often it was tried so far
     */
    public static boolean passes(Throwable failure, int tries) {
        if (tries >= TRIES || !undid(failure)) {
            return false;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        return true;
    }

    private static boolean undid(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }
}
