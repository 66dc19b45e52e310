package com.allleads.vault.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps once a day, by whichever node looks first, and when an operator asks; one sweep at a time on this node. */
@Component(service = SweepRun.class, immediate = true)
public final class SweepRun {

    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);
    private static final Duration EACH = Duration.ofDays(1);
    /** A capability with rules of its own has started by then. */
    private static final long FIRST_LOOK_MINUTES = 10;

    private static final long LOOK_MINUTES = 60;
    private static final long PATIENCE_SECONDS = 5;

    private final Sweep sweep;
    private final Sweeps sweeps;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "vault-retention"));

    private volatile State state = new State(false, 0, 0, false);

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    public SweepRun(@Reference Sweep sweep, @Reference Sweeps sweeps) {
        this.sweep = sweep;
        this.sweeps = sweeps;
        worker.scheduleWithFixedDelay(this::sweepWhenDue, FIRST_LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    public void stop() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The sweep of data past its retention did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Begins a sweep.
     *
     * @return whether none was under way
     */
    public synchronized boolean start(String by) {
        if (state.running()) {
            return false;
        }
        state = new State(true, 0, 0, false);
        worker.execute(() -> sweep(by));
        return true;
    }

    /** How far it is. */
    public State state() {
        return state;
    }

    private void sweepWhenDue() {
        try {
            Optional<Boolean> recent = sweeps.last()
                    .map(last -> last.plus(EACH).isAfter(Clock.systemUTC().instant()));
            if (!recent.orElse(false)) {
                start("schedule");
            }
        } catch (RuntimeException e) {
            LOG.warn("It could not be found out when data past its retention was swept last", e);
        }
    }

    private void sweep(String by) {
        try {
            SweepReport report = sweep.run(by, this::at);
            state = new State(false, report.people(), report.people(), false);
        } catch (RuntimeException e) {
            LOG.warn("The sweep of data past its retention failed; the next one goes on", e);
            state = new State(false, 0, 0, true);
        }
    }

    private void at(long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("this node stops; the next sweep goes on");
        }
        state = new State(true, done, total, false);
    }

    /**
     * Where the sweep stands.
     *
     * @param running whether one is under way on this node
     * @param done how many people it has looked at
     * @param total how many there are
     * @param failed whether the last one failed
     */
    public record State(boolean running, long done, long total, boolean failed) {}
}
