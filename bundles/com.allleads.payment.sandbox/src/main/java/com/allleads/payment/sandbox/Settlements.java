package com.allleads.payment.sandbox;

import com.allleads.payment.sandbox.Lines.Note;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles accepted charges a little later and tells the platform by call-back, again and again until it took notice or a day
 * is over. What is still to be done is in the books, so it goes on after a restart.
 */
final class Settlements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration GIVE_UP = Duration.ofDays(1);
    private static final int THREADS = 4;

    private final Books books;
    private final Callbacks callbacks;
    private final ScheduledThreadPoolExecutor executor;

    /** Goes on with what the books say is still to be done. */
    Settlements(Books books, Callbacks callbacks) throws IOException {
        this.books = books;
        this.callbacks = callbacks;
        List<Note> left = books.untold();
        executor = new ScheduledThreadPoolExecutor(THREADS, work -> new Thread(work, "allleads-sandbox-settlement"));
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        left.forEach(this::later);
    }

    /** Settles an accepted charge two seconds after it was accepted. */
    void later(Note accepted) {
        Duration wait = Duration.between(Instant.now(), accepted.time().plus(DELAY));
        schedule(() -> settle(accepted, FIRST_PAUSE), wait);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void settle(Note accepted, Duration pause) {
        try {
            String reference = books.settle(accepted);
            callbacks.send(accepted.address(), accepted.key(), reference);
            books.told(accepted.key());
        } catch (IOException e) {
            again(accepted, pause, e.getMessage());
        }
    }

    private void again(Note accepted, Duration pause, String why) {
        if (accepted.time().plus(GIVE_UP).isBefore(Instant.now())) {
            LOG.warn("The platform never took notice of charge {}: {}", accepted.key(), why);
            return;
        }
        LOG.debug("Charge {} is told again in {}: {}", accepted.key(), pause, why);
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        schedule(() -> settle(accepted, next), pause);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work notes what fails in it
    private void schedule(Runnable work, Duration wait) {
        try {
            executor.schedule(work, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Goes on after the next start");
        }
    }
}
