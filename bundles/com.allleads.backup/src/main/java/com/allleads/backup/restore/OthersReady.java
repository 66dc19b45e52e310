package com.allleads.backup.restore;

import com.allleads.api.readiness.ReadinessCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Waits until the rest of the site has taken up what was restored. */
@Component(service = OthersReady.class)
public final class OthersReady {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<ReadinessCheck> checks = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ReadinessCheck check) {
        checks.add(check);
    }

    void remove(ReadinessCheck check) {
        checks.remove(check);
    }

    /**
     * Waits.
     *
     * @param self is not asked
     * @return what is still missing when the time is over; empty where nothing is
     */
    Optional<String> await(ReadinessCheck self, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> missing = missing(self);
        while (missing.isPresent()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(STEP);
            missing = missing(self);
        }
        return missing;
    }

    private Optional<String> missing(ReadinessCheck self) {
        return checks.stream()
                .filter(check -> check != self)
                .flatMap(check -> check.missing().stream())
                .findFirst();
    }
}
