package com.allleads.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;

public class MetersTest {

    private final Meters meters = new Meters();

    @After
    public void close() {
        meters.close();
    }

    @Test
    public void showsWhatABundleMeasures() {
        AtomicInteger waiting = new AtomicInteger(3);
        meters.add(registry -> Gauge.builder("allleads.waiting", waiting::get)
                .tag("kind", "one")
                .register(registry));

        assertThat(meters.scrape()).contains("allleads_waiting{kind=\"one\"} 3.0");
        waiting.set(4);
        assertThat(meters.scrape()).contains("allleads_waiting{kind=\"one\"} 4.0");
    }

    @Test
    public void showsTheJvm() {
        assertThat(meters.scrape()).contains("jvm_memory_used_bytes").contains("process_uptime_seconds");
    }

    @Test
    public void forgetsTheMetersOfABundleThatGoesAndCountsAnewWhenItIsBack() {
        Counting counting = new Counting();
        meters.add(counting);
        counting.counter.increment(5);
        assertThat(meters.scrape()).contains("allleads_counted_total 5.0");

        meters.remove(counting);
        assertThat(meters.scrape()).doesNotContain("allleads_counted");

        meters.add(counting);
        assertThat(meters.scrape()).contains("allleads_counted_total 0.0");
    }

    @Test
    public void leavesTheMetersOfTheOthersWhenABundleGoes() {
        Counting counting = new Counting();
        meters.add(registry -> Gauge.builder("allleads.other", () -> 1).register(registry));
        meters.add(counting);
        meters.remove(counting);

        assertThat(meters.scrape()).contains("allleads_other 1.0");
    }

    private static final class Counting implements MeterBinder {

        private Counter counter;

        @Override
        public void bindTo(MeterRegistry registry) {
            counter = registry.counter("allleads.counted");
        }
    }
}
