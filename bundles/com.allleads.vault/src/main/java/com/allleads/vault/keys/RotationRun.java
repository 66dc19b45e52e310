package com.allleads.vault.keys;

import com.allleads.vault.keys.MasterRotation.Step;
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

/**
 * Replaces the master key in the background while operators watch. Looks once a minute whether a replacement is under way
 * that nobody goes on with: this node stopped meanwhile, or another one did.
 */
@Component(service = RotationRun.class, immediate = true)
public final class RotationRun {

    private static final Logger LOG = LoggerFactory.getLogger(RotationRun.class);
    private static final long SOON = 5;
    private static final long MINUTE = 60;

    private final MasterRotation rotation;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "vault-rotation"));

    private volatile State state = new State(false, 0, 0, Optional.empty());

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    public RotationRun(@Reference MasterRotation rotation) {
        this.rotation = rotation;
        worker.scheduleWithFixedDelay(this::goOn, SOON, MINUTE, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(SOON, TimeUnit.SECONDS)) {
                LOG.warn("The replacement of the master key did not pause in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Begins a replacement; the new key is in use when this returns.
     *
     * @return whether none was under way
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    public synchronized boolean start(String operator, String reason) {
        if (!rotation.begin(operator, reason, (step, done, total) -> {})) {
            return false;
        }
        LOG.warn("Operator {} began to replace the master key", operator);
        state = new State(true, 0, 0, Optional.empty());
        worker.execute(this::goOn);
        return true;
    }

    /** How far it is. */
    public State state() {
        return state;
    }

    /** What fails now is tried again after a minute. */
    private void goOn() {
        try {
            if (!rotation.underWay()) {
                // Another node may have ended one.
                rotation.settle();
                return;
            }
            state = new State(true, 0, 0, Optional.empty());
            rotation.proceed(this::reached);
            state = new State(false, 0, 0, Optional.empty());
        } catch (RuntimeException e) {
            LOG.warn("The master key could not be replaced; it goes on within a minute", e);
            state = new State(false, 0, 0, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void reached(Step step, long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("this node stops; the replacement goes on when it is back");
        }
        if (step == Step.PAGE_REWRAPPED) {
            state = new State(true, done, total, Optional.empty());
        }
    }

    /**
     * Where the replacement stands.
     *
     * @param running whether one is under way on this node
     * @param done how many people's keys are wrapped anew
     * @param total how many there are
     * @param failure why it stopped, to be tried again
     */
    public record State(boolean running, long done, long total, Optional<String> failure) {}
}
