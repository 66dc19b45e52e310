package com.allleads.billing.topups;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of which nothing final is known: how many, and for how long. */
@Component
public final class PaymentMeters implements MeterBinder {

    private static final List<TopUpStatus> OPEN = List.of(TopUpStatus.PENDING, TopUpStatus.UNKNOWN);

    private final TopUps topUps;

    @Activate
    public PaymentMeters(@Reference TopUps topUps) {
        this.topUps = topUps;
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
        return topUps.open().stream().filter(open -> open.status() == status).findFirst();
    }

    private static long age(OpenTopUps open) {
        return Duration.between(open.oldest(), Instant.now()).toSeconds();
    }
}
