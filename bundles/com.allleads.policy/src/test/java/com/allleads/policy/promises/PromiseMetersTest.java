package com.allleads.policy.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class PromiseMetersTest {

    @Test
    public void readsOnceForAllGaugesOfAScrape() {
        AtomicInteger reads = new AtomicInteger();
        PromiseReport broken = new PromiseReport(
                "security.alteration", "Protected.", PromiseState.BROKEN, Map.of(), "", Instant.now());
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new PromiseMeters(new Promises() {
                    @Override
                    public List<PromiseReport> reports() {
                        reads.incrementAndGet();
                        return List.of(broken);
                    }

                    @Override
                    public Optional<PromiseReport> report(String id) {
                        return Optional.empty();
                    }
                })
                .bindTo(registry);

        registry.getMeters().forEach(meter -> meter.measure().forEach(figure -> figure.getValue()));

        assertThat(reads).hasValue(1);
        assertThat(registry.get("allleads.promises")
                        .tag("state", "BROKEN")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("allleads.promise.broken")
                        .tag("promise", "security.alteration")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }
}
