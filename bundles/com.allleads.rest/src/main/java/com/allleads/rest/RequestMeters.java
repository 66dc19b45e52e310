package com.allleads.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * How long requests took, by resource, method and status. Where nobody gathers meters nothing is kept. The resource is told by
 * its prefix, which never names a person.
 */
@Component(service = {MeterBinder.class, RequestMeters.class})
public final class RequestMeters implements MeterBinder {

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private volatile MeterRegistry registry;

    @Activate
    public RequestMeters() {
        // Whoever gathers meters may come later.
    }

    @Override
    public void bindTo(MeterRegistry gatherer) {
        timers.clear();
        registry = gatherer;
    }

    /**
     * Notes an answered request.
     *
     * @param prefix of the resource
     * @param nanos how long it took
     */
    void note(String prefix, String method, int status, long nanos) {
        MeterRegistry now = registry;
        if (now != null) {
            timers.computeIfAbsent(new Kind(prefix, method, status), kind -> timer(now, kind))
                    .record(Duration.ofNanos(nanos));
        }
    }

    private static Timer timer(MeterRegistry registry, Kind kind) {
        return Timer.builder("allleads.requests")
                .tag("resource", kind.prefix())
                .tag("method", kind.method())
                .tag("status", Integer.toString(kind.status()))
                .description("Requests to the REST interface")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    private record Kind(String prefix, String method, int status) {}
}
