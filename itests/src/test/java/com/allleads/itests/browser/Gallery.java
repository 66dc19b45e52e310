package com.allleads.itests.browser;

import com.allleads.itests.browser.Seen.Link;
import com.allleads.itests.outside.Site;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at pages from all sides: in light and dark colours and on the smallest screen, with pictures of each, and through
 * axe-core for whoever does not see them.
 */
final class Gallery {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Site site;
    private final Path folder;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Set<String> followed = new HashSet<>();

    Gallery(Site site, Path folder) {
        this.site = site;
        this.folder = folder;
    }

    List<Seen> seen() {
        return List.copyOf(seen.values());
    }

    /** Looks at every page that can be reached from here by links, one of each kind. */
    void walk(Browser browser, String who, List<String> from) {
        new Walk(from).go(path -> {
            browser.forgetCache();
            long bytes = browser.go(path).traffic().bytes();
            Duration server = Visits.as(browser, site).typicalTime(path);
            look(browser, who + " " + Walk.kind(browser.path()), bytes, server);
            return browser.linksWithin();
        });
    }

    /** Looks at the page that the browser shows, such as the answer to a form. */
    Seen look(Browser browser, String name) {
        return look(browser, name, 0, browser.arrival().traffic().document().server());
    }

    private Seen look(Browser browser, String name, long firstVisit, Duration server) {
        List<String> grave = new ArrayList<>();
        List<String> slight = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            browser.prefer(scheme);
            inspect(browser, scheme, grave, slight);
            keep(name, scheme.value(), browser.picture());
        }
        browser.prefer(Scheme.LIGHT);
        browser.resize(Setting.SMALL_SCREEN.width());
        int width = browser.contentWidth();
        keep(name, "small", browser.picture());
        browser.resize(browser.setting().width());
        List<Link> links = browser.links();
        Seen page = new Seen(
                name,
                browser.path().replaceAll("[?&]_notice=[^&]*", ""),
                links,
                broken(browser, links),
                grave,
                slight,
                width,
                firstVisit,
                server);
        seen.put(name, page);
        return page;
    }

    // The newer way opens another window to look into frames; these pages have none.
    @SuppressWarnings("deprecation")
    private static void inspect(Browser browser, Scheme scheme, List<String> grave, List<String> slight) {
        for (Rule rule :
                new AxeBuilder().setLegacyMode(true).analyze(browser.driver()).getViolations()) {
            String found = scheme.value() + ": " + rule.getImpact() + " " + rule.getId() + ", " + rule.getHelp() + ": "
                    + rule.getNodes().stream()
                            .map(node -> node.getTarget().toString())
                            .collect(Collectors.joining(" "));
            (GRAVE.contains(rule.getImpact()) ? grave : slight).add(found);
        }
    }

    private List<String> broken(Browser browser, List<Link> links) {
        Visits visits = Visits.as(browser, site);
        return links.stream()
                .filter(Link::withinTheSite)
                .map(link -> link.target().split("#")[0])
                .filter(followed::add)
                .filter(target -> visits.status(target) != 200)
                .toList();
    }

    // ---- what is kept

    private void keep(String name, String view, byte[] picture) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file(name, view)), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name, String view) {
        return name.replaceAll("[^A-Za-z0-9]+", "-") + "." + view + ".png";
    }

    /** Writes a page with all pictures, and the figures beside each. */
    void write() {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Pages of AllLeads</title><style>
                body { font-family: sans-serif; margin: 2rem; } section { border-top: 1px solid #999; padding: 1rem 0; }
                img { height: 22rem; width: auto; border: 1px solid #999; vertical-align: top; margin-right: .5rem; }
                </style></head><body><h1>Pages of AllLeads</h1>
                """);
        StringBuilder table = new StringBuilder("page\tbytes at first visit\tserver ms\tslight findings\n");
        for (Seen page : seen.values()) {
            String milliseconds = String.format("%.1f", page.server().toNanos() / 1e6);
            html.append("<section><h2>").append(page.name()).append("</h2><p>");
            html.append(page.firstVisit() == 0 ? "" : page.firstVisit() + " bytes at a first visit, ")
                    .append("answered in ")
                    .append(milliseconds)
                    .append(" ms</p>");
            for (String view : List.of("light", "dark", "small")) {
                String picture = file(page.name(), view);
                html.append("<a href=\"%s\"><img src=\"%s\" alt=\"%s\" loading=\"lazy\"></a>"
                        .formatted(picture, picture, view));
            }
            html.append("</section>\n");
            table.append("%s\t%d\t%s\t%s%n".formatted(page.name(), page.firstVisit(), milliseconds, page.slight()));
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), html.append("</body></html>"), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("figures.tsv"), table, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
