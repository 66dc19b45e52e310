package com.allleads.payment.sandbox;

import com.allleads.payment.sandbox.Lines.Note;
import com.allleads.payment.sandbox.Lines.What;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
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
 * Settles accepted charges a little later, lets the bank take back those that are disputed, and tells the platform by call-back,
 * again and again until it took notice or a day is over. What is still to be done is in the books, so it goes on after a restart.
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

    /** Goes on with a charge two seconds after it was accepted or taken. */
    void later(Note noted) {
        Duration wait = Duration.between(Instant.now(), noted.time().plus(DELAY));
        schedule(() -> goOn(noted, FIRST_PAUSE), wait);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void goOn(Note noted, Duration pause) {
        try {
            ChargeOutcome outcome = noted.what() == What.DISPUTED
                    ? books.chargeBack(noted.key())
                    : new ChargeOutcome.Settled(books.settle(noted));
            callbacks.send(noted.address(), new ChargeNews(noted.key(), outcome));
            books.told(noted.key());
        } catch (IOException e) {
            again(noted, pause, e.getMessage());
        }
    }

    private void again(Note noted, Duration pause, String why) {
        if (noted.time().plus(GIVE_UP).isBefore(Instant.now())) {
            LOG.warn("The platform never took notice of charge {}: {}", noted.key(), why);
            return;
        }
        LOG.debug("Charge {} is told again in {}: {}", noted.key(), pause, why);
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        schedule(() -> goOn(noted, next), pause);
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
