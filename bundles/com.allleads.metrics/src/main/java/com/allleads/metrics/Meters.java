package com.allleads.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * All meters. A bundle that measures something registers a {@link MeterBinder}; its meters come with the service and go with it.
 * Safe for use by many threads.
 */
@Component(service = Meters.class)
public final class Meters {

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<MeterBinder, CompositeMeterRegistry> binders = new ConcurrentHashMap<>();

    /** With the meters of the JVM. */
    @Activate
    public Meters() {
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        collections)
                .forEach(binder -> binder.bindTo(prometheus));
    }

    /** Takes the meters of a bundle. They get a registry of their own before the common one, so that it is known whose they are. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(MeterBinder binder) {
        CompositeMeterRegistry own = new CompositeMeterRegistry(Clock.SYSTEM, Set.of(prometheus));
        binders.put(binder, own);
        binder.bindTo(own);
    }

    /** Drops the meters of a bundle that goes. */
    public void remove(MeterBinder binder) {
        CompositeMeterRegistry own = binders.remove(binder);
        if (own != null) {
            own.getMeters().forEach(meter -> prometheus.remove(meter.getId()));
            // Not closed: that would close the common one too.
            own.remove(prometheus);
        }
    }

    /** Everything as figures, by name and tags, read at this moment. */
    public List<Figure> figures() {
        return prometheus.getMeters().stream()
                .flatMap(Figure::of)
                .sorted(Figure.ORDER)
                .toList();
    }

    /** Everything in Prometheus' text format. */
    public String scrape() {
        return prometheus.scrape();
    }

    @Deactivate
    void close() {
        collections.close();
        prometheus.close();
    }
}
