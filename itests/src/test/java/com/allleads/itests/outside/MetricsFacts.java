package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

/** What the platform measures. */
public class MetricsFacts {

    private final Site site = SiteRule.current();

    @Test
    public void showsWhatIsMeasuredToOperatorsOnly() {
        assertThat(site.api().operator().get("/metrics").expect(200).text())
                .contains("allleads_promises{state=\"KEPT\"}")
                .contains("jvm_memory_used_bytes");
        site.api().get("/metrics").expect(401);
    }

    @Test
    public void listsTheSameOnTheConsole() {
        assertThat(site.console().run("allleads:metrics --json allleads.promises"))
                .contains("\"tags\":\"state=KEPT\"", "\"tags\":\"state=BROKEN\"");
        assertThat(site.console().run("allleads:metrics none")).contains("Nothing of this name is measured.");
    }
}
