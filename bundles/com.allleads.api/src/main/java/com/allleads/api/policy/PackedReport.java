package com.allleads.api.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A report of tests that is packed into the distribution, for evidence that no live site can count: lines of JSON, one run of the
 * tests or several. A run begins with a line that has {@code run} and, as {@code versions.bundles}, the SHA-256 of the list of
 * bundles, {@code lib/host-bundles.sha256}, with which it was made; it ends with a line that has {@code sum} and what was
 * counted. A run counts only where it was made with exactly the bundles that are here, and not where it was cut off.
 *
 * <p>Keeps nothing: what it tells was read just then. Safe for use by many threads.
 */
public final class PackedReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path report;
    private final Path bundles;

    /**
     * A report in the library of the distribution, {@code lib}.
     *
     * @param file its name, as in {@code crash-and-swap.jsonl}
     */
    public static PackedReport inDistribution(String file) {
        return new PackedReport(Path.of(System.getProperty("karaf.home", "."), "lib"), file);
    }

    /**
     * A report in a folder, beside the list of bundles.
     *
     * @param library the folder
     * @param file the report's name
     */
    public PackedReport(Path library, String file) {
        this.report = library.resolve(file);
        this.bundles = library.resolve("host-bundles.sha256");
    }

    /**
     * What the runs with exactly these bundles counted, one line for each run.
     *
     * @return empty where there is no report, or none of exactly these bundles
     * @throws IOException where it is there and cannot be read
     */
    public List<JsonNode> sums() throws IOException {
        List<JsonNode> sums = new ArrayList<>();
        if (!Files.exists(report) || !Files.exists(bundles)) {
            return sums;
        }
        String own = sha256(Files.readAllBytes(bundles));
        boolean ofThese = false;
        for (String line : Files.readAllLines(report, StandardCharsets.UTF_8)) {
            JsonNode told = JSON.readTree(line);
            if (told.has("run")) {
                ofThese = told.at("/versions/bundles").asText().equals(own);
            } else if (ofThese && told.has("sum")) {
                sums.add(told);
            }
        }
        return sums;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
