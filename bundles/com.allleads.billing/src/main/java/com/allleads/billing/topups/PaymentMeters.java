package com.allleads.billing.topups;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of which nothing final is known: how many, and for how long. */
@Component
public final class PaymentMeters implements MeterBinder {

    private static final List<TopUpStatus> OPEN = List.of(TopUpStatus.PENDING, TopUpStatus.UNKNOWN);

    /** Gauges are asked one after the other: the first that is asked reads for all of a scrape. */
    private static final long SCRAPE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<List<OpenTopUps>> source;
    private List<OpenTopUps> read = List.of();
    private long readAt = System.nanoTime() - SCRAPE_NANOS;

    @Activate
    public PaymentMeters(@Reference TopUps topUps) {
        this(topUps::open);
    }

    PaymentMeters(Supplier<List<OpenTopUps>> source) {
        this.source = source;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (TopUpStatus status : OPEN) {
            Gauge.builder(
                            "allleads.payments.open",
                            () -> open(status).map(OpenTopUps::topUps).orElse(0L))
                    .tag("status", status.name())
                    .description("Payments of which nothing final is known")
                    .register(registry);
            Gauge.builder(
                            "allleads.payments.open.age",
                            () -> open(status).map(PaymentMeters::age).orElse(0L))
                    .tag("status", status.name())
                    .baseUnit("seconds")
                    .description("Since when the oldest of them is open")
                    .register(registry);
        }
    }

    private Optional<OpenTopUps> open(TopUpStatus status) {
        return read().stream().filter(open -> open.status() == status).findFirst();
    }

    private synchronized List<OpenTopUps> read() {
        if (System.nanoTime() - readAt >= SCRAPE_NANOS) {
            read = source.get();
            readAt = System.nanoTime();
        }
        return read;
    }

    private static long age(OpenTopUps open) {
        return Duration.between(open.oldest(), Instant.now()).toSeconds();
    }
}
