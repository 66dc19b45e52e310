package com.allleads.backup.promises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report of the crash tests that is packed into the distribution, {@code lib/crash-and-swap.jsonl}, as the harness wrote it,
 * one run or several. A run counts only where it was made with exactly the bundles that are here: its first line names the digest
 * of the list by which the glass box knows them. A run that was cut off has no sums and does not count.
 */
@Component(service = CrashReport.class)
public final class CrashReport {

    private static final Logger LOG = LoggerFactory.getLogger(CrashReport.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path library;

    @Activate
    public CrashReport() {
        this(Path.of(System.getProperty("karaf.home", "."), "lib"));
    }

    /** That in a folder. */
    public CrashReport(Path library) {
        this.library = library;
    }

    /** What it counted; empty where there is none of exactly this version. */
    public Optional<Counted> counted() {
        Path report = library.resolve("crash-and-swap.jsonl");
        Path bundles = library.resolve("host-bundles.sha256");
        if (!Files.exists(report) || !Files.exists(bundles)) {
            return Optional.empty();
        }
        try {
            String own = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(bundles)));
            boolean ofThis = false;
            Optional<Counted> sums = Optional.empty();
            for (String line : Files.readAllLines(report, StandardCharsets.UTF_8)) {
                JsonNode told = JSON.readTree(line);
                if (told.has("run")) {
                    ofThis = told.at("/versions/bundles").asText().equals(own);
                } else if (ofThis && told.has("sum")) {
                    Counted run = new Counted(told.path("LOST").asLong(1), kills(told.path("kills")));
                    sums = Optional.of(sums.map(run::and).orElse(run));
                }
            }
            return sums;
        } catch (IOException | NoSuchAlgorithmException e) {
            LOG.warn("{} cannot be read", report, e);
            return Optional.empty();
        }
    }

    private static long kills(JsonNode kills) {
        long sum = 0;
        for (JsonNode count : kills) {
            sum += count.asLong();
        }
        return sum;
    }

    /**
     * What the crash tests counted.
     *
     * @param lost acknowledged writes that were lost
     * @param kills how often the platform or the database was killed
     */
    public record Counted(long lost, long kills) {

        Counted and(Counted other) {
            return new Counted(lost + other.lost, kills + other.kills);
        }
    }
}
