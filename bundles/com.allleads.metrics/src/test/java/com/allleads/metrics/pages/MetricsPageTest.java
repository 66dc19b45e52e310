package com.allleads.metrics.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.metrics.Meters;
import com.allleads.portal.testing.Look;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.junit.Test;

public class MetricsPageTest {

    private final Meters meters = new Meters();

    @Test
    public void drawsWhatDiffersInOneTagAndListsTheRest() {
        meters.add(registry -> {
            Gauge.builder("allleads.promises", () -> 18)
                    .tag("state", "KEPT")
                    .description("Promises in this state")
                    .register(registry);
            Gauge.builder("allleads.promises", () -> 22)
                    .tag("state", "UNPROVEN")
                    .register(registry);
            Timer.builder("allleads.requests")
                    .tag("resource", "/ready")
                    .tag("status", "200")
                    .register(registry)
                    .record(Duration.ofMillis(1_500));
        });

        String html = Look.at(new MetricsPage(meters)).asOperator().html();

        assertThat(html)
                .contains("<svg", "Promises in this state", ">18<", ">22<")
                .contains("resource=/ready, status=200", ">1.5<")
                .contains("jvm.memory.used");
        assertThat(Look.at(new MetricsPage(meters)).asOperator().in("es").html())
                .contains("Lo que se mide");
    }
}
