package com.allleads.billing.topups;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class PaymentMetersTest {

    @Test
    public void readsOnceForAllGaugesOfAScrape() {
        AtomicInteger reads = new AtomicInteger();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new PaymentMeters(() -> {
                    reads.incrementAndGet();
                    return List.of();
                })
                .bindTo(registry);

        registry.getMeters().forEach(Meter::measure);
        registry.getMeters().forEach(meter -> meter.measure().forEach(figure -> figure.getValue()));

        assertThat(registry.getMeters()).hasSize(4);
        assertThat(reads).hasValue(1);
    }
}
