package com.allleads.backup.promises;

import com.allleads.api.policy.PackedReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The report of the crash tests that is packed into the distribution, as the harness wrote it. */
@Component(service = CrashReport.class)
public final class CrashReport {

    private static final Logger LOG = LoggerFactory.getLogger(CrashReport.class);

    static final String FILE = "crash-and-swap.jsonl";

    private final PackedReport report;

    @Activate
    public CrashReport() {
        this(PackedReport.inDistribution(FILE));
    }

    /** A certain one. */
    public CrashReport(PackedReport report) {
        this.report = report;
    }

    /** What it counted; empty where there is none of exactly this version. */
    public Optional<Counted> counted() {
        try {
            return report.sums().stream().map(Counted::of).reduce(Counted::and);
        } catch (IOException e) {
            LOG.warn("{} cannot be read", FILE, e);
            return Optional.empty();
        }
    }

    /**
     * What the crash tests counted.
     *
     * @param lost acknowledged writes that were lost
     * @param kills how often the platform or the database was killed
     */
    public record Counted(long lost, long kills) {

        private static Counted of(JsonNode sum) {
            long kills = 0;
            for (JsonNode count : sum.path("kills")) {
                kills += count.asLong();
            }
            return new Counted(sum.path("LOST").asLong(1), kills);
        }

        Counted and(Counted other) {
            return new Counted(lost + other.lost, kills + other.kills);
        }
    }
}
