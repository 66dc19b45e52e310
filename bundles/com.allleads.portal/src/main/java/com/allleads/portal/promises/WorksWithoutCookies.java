package com.allleads.portal.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PackedReport;
import com.allleads.api.policy.PromiseCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code cookies.optional}: a browser that keeps no cookies went through the story of a person, and no page failed it. Only a
 * browser can tell, so the packed report of the browser tests of exactly this distribution is the evidence.
 */
@Component(service = PromiseCheck.class)
public final class WorksWithoutCookies implements PromiseCheck {

    static final String FILE = "without-cookies.jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(WorksWithoutCookies.class);

    private final PackedReport report;

    @Activate
    public WorksWithoutCookies() {
        this(PackedReport.inDistribution(FILE));
    }

    WorksWithoutCookies(PackedReport report) {
        this.report = report;
    }

    @Override
    public String promise() {
        return "cookies.optional";
    }

    @Override
    public Evidence count() {
        List<JsonNode> runs = sums();
        long pages = sum(runs, "pages", 0);
        if (pages == 0) {
            return Evidence.unproven(
                    "This distribution has no report of browser tests without cookies of exactly this version.");
        }
        return Evidence.none(
                "storiesFailedWithoutCookies",
                sum(runs, "failed", 1),
                "pagesSeenWithoutCookies",
                pages,
                "Stories of people that failed in a browser that keeps no cookies, and the pages that it saw, in the"
                        + " browser tests of exactly this version.");
    }

    private List<JsonNode> sums() {
        try {
            return report.sums();
        } catch (IOException e) {
            LOG.warn("{} cannot be read", FILE, e);
            return List.of();
        }
    }

    private static long sum(List<JsonNode> runs, String count, long missing) {
        return runs.stream().mapToLong(run -> run.path(count).asLong(missing)).sum();
    }
}
