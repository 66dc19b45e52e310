package com.allleads.policy.promises;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many promises are kept, broken and unproven, and which are broken, so that whoever watches the site is called. */
@Component
public final class PromiseMeters implements MeterBinder {

    /** Gauges are asked one after the other: the first that is asked reads for all of a scrape. */
    private static final long SCRAPE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Promises promises;
    private Map<String, PromiseState> states = Map.of();
    private long readAt = System.nanoTime() - SCRAPE_NANOS;

    @Activate
    public PromiseMeters(@Reference Promises promises) {
        this.promises = promises;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (PromiseState state : PromiseState.values()) {
            Gauge.builder("allleads.promises", () -> count(state))
                    .tag("state", state.name())
                    .description("Promises of the policy in this state")
                    .register(registry);
        }
        PolicyText.promises().forEach(promise -> Gauge.builder("allleads.promise.broken", () -> broken(promise.id()))
                .tag("promise", promise.id())
                .description("1 where the promise is broken, else 0")
                .register(registry));
    }

    private long count(PromiseState state) {
        return states().values().stream().filter(state::equals).count();
    }

    private int broken(String id) {
        return states().get(id) == PromiseState.BROKEN ? 1 : 0;
    }

    private synchronized Map<String, PromiseState> states() {
        if (System.nanoTime() - readAt >= SCRAPE_NANOS) {
            states = promises.reports().stream().collect(Collectors.toMap(PromiseReport::id, PromiseReport::state));
            readAt = System.nanoTime();
        }
        return states;
    }
}
