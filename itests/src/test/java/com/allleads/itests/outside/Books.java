package com.allleads.itests.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A processor's own record of what it charged, read as an auditor would. */
final class Books {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Books(Path file) {
        this.file = file;
    }

    /** Amounts by key. A key that stands twice was charged twice, which must never be. */
    Map<String, BigDecimal> charges() {
        Map<String, BigDecimal> charges = new HashMap<>();
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            for (String line : lines) {
                JsonNode charge = JSON.readTree(line);
                String key = charge.path("key").asText();
                if (charges.put(key, new BigDecimal(charge.path("amount").asText())) != null) {
                    throw new AssertionError("charged twice: " + key);
                }
            }
            return charges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
