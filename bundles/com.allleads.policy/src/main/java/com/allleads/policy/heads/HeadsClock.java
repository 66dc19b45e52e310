package com.allleads.policy.heads;

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

/** Signs the heads of the chains once an hour, and soon after a start. */
@Component(
        service = {},
        immediate = true)
public final class HeadsClock {

    private static final Logger LOG = LoggerFactory.getLogger(HeadsClock.class);
    private static final long SOON = 30;
    private static final long HOUR = 3_600;
    private static final long PATIENCE = 5;

    private final SignedHeadsFile file;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "policy-heads"));
    private Optional<String> told = Optional.empty();

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    public HeadsClock(@Reference SignedHeadsFile file) {
        this.file = file;
        clock.scheduleWithFixedDelay(this::sign, SOON, HOUR, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("The heads of the chains were being signed while the policy stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sign() {
        try {
            file.sign();
            told = Optional.empty();
        } catch (RuntimeException e) {
            // The promise security.alteration says so too, for as long as it is so.
            Optional<String> why = Optional.of(String.valueOf(e.getMessage()));
            if (!why.equals(told)) {
                LOG.error("The heads of the chains are not signed: {}; see allleads:heads", why.get());
                told = why;
            }
        }
    }
}
