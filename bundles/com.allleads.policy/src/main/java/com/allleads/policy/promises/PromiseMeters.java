package com.allleads.policy.promises;

import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many promises are kept, broken and unproven, and which are broken, so that whoever watches the site is called. */
@Component
public final class PromiseMeters implements MeterBinder {

    private final Promises promises;

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
        return promises.reports().stream()
                .filter(report -> report.state() == state)
                .count();
    }

    private int broken(String id) {
        return promises.reports().stream()
                        .anyMatch(report -> report.id().equals(id) && report.state() == PromiseState.BROKEN)
                ? 1
                : 0;
    }
}
