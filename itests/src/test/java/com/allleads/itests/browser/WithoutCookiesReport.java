package com.allleads.itests.browser;

import com.allleads.itests.outside.Site;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.rules.ExternalResource;

/**
 * Writes down what a browser without cookies found, {@code build/without-cookies/browser.jsonl}: the next build packs it, as the
 * evidence that cookies are optional.
 */
final class WithoutCookiesReport extends ExternalResource {

    private static final Path FILE = Site.root().resolve("build/without-cookies/browser.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "without cookies";

    private final List<Map<String, Object>> stories = new ArrayList<>();

    /** A story that was gone through. */
    void add(String story, int pages, boolean failed) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("story", story);
        line.put("pages", pages);
        line.put("failed", failed ? 1 : 0);
        stories.add(line);
    }

    @Override
    protected void after() {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(Map.of("run", NAME, "versions", Map.of("bundles", Site.bundles())));
        lines.addAll(stories);
        lines.add(Map.of("sum", NAME, "stories", stories.size(), "pages", sum("pages"), "failed", sum("failed")));
        try {
            Files.createDirectories(FILE.getParent());
            List<String> text = new ArrayList<>();
            for (Map<String, Object> line : lines) {
                text.add(JSON.writeValueAsString(line));
            }
            Files.write(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int sum(String count) {
        return stories.stream().mapToInt(story -> (int) story.get(count)).sum();
    }
}
