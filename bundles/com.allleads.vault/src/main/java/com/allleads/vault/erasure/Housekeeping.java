package com.allleads.vault.erasure;

import com.allleads.api.vault.ErasureListener;
import com.allleads.vault.keys.OrphanKeys;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour, and shortly after a capability arrives that wants to know of erasures: completes what was left undone. */
@Component(
        service = {},
        immediate = true)
public final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long SOON = 5;
    private static final long HOUR = 3_600;

    private final Erasures erasures;
    private final OrphanKeys orphans;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "vault-housekeeping"));

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    public Housekeeping(@Reference Erasures erasures, @Reference OrphanKeys orphans) {
        this.erasures = erasures;
        this.orphans = orphans;
        clock.scheduleWithFixedDelay(this::keepHouse, SOON, HOUR, TimeUnit.SECONDS);
    }

    @Reference(
            service = ErasureListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    void add(ServiceReference<ErasureListener> listener) {
        try {
            clock.schedule(this::keepHouse, SOON, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} comes while the vault goes", listener);
        }
    }

    void remove(ServiceReference<ErasureListener> listener) {
        // Whoever is away is told when it is back.
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(SOON, TimeUnit.SECONDS)) {
                LOG.warn("The vault's housekeeping did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure of one round must not end the rounds to come. */
    private void keepHouse() {
        try {
            erasures.catchUp();
            long removed = orphans.sweep();
            if (removed > 0) {
                LOG.info("Removed {} keys of registrations that were never completed", removed);
            }
        } catch (RuntimeException e) {
            LOG.warn("The vault's housekeeping failed; the next round tries again", e);
        }
    }
}
