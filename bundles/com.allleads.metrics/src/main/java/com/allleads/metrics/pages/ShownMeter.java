package com.allleads.metrics.pages;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Chart.Kind;
import com.allleads.api.portal.Chart.Series;
import com.allleads.api.portal.Chart.Tone;
import com.allleads.metrics.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A meter as operators see it.
 *
 * @param name its name
 * @param description what is measured
 * @param unit of its figures
 * @param figures all of them
 * @param chart the same, where people would rather look than read: a few figures side by side that differ in one tag
 */
public record ShownMeter(
        String name, Optional<String> description, Optional<String> unit, List<Line> figures, Optional<Chart> chart) {

    private static final int FEWEST = 2;
    private static final int MOST = 12;
    private static final Map<String, Tone> TONES =
            Map.of("KEPT", Tone.GOOD, "BROKEN", Tone.BAD, "DEAD", Tone.BAD, "UNKNOWN", Tone.WAIT, "PENDING", Tone.WAIT);

    /** One for each name, in order. */
    static List<ShownMeter> of(List<Figure> figures) {
        Map<String, List<Figure>> byName = new LinkedHashMap<>();
        figures.forEach(figure ->
                byName.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure));
        return byName.entrySet().stream()
                .map(meter -> shown(meter.getKey(), meter.getValue()))
                .toList();
    }

    private static ShownMeter shown(String name, List<Figure> figures) {
        Figure first = figures.get(0);
        return new ShownMeter(
                name,
                first.description(),
                first.unit(),
                figures.stream().map(Line::of).toList(),
                chart(figures));
    }

    private static Optional<Chart> chart(List<Figure> figures) {
        Set<String> tags = new TreeSet<>();
        figures.forEach(figure -> tags.addAll(figure.tags().keySet()));
        boolean plain = tags.size() == 1
                && figures.size() >= FEWEST
                && figures.size() <= MOST
                && figures.stream()
                        .allMatch(figure -> figure.statistic().equals("value")
                                && figure.value() >= 0
                                && figure.tags().size() == 1);
        if (!plain || figures.stream().allMatch(figure -> figure.value() == 0)) {
            return Optional.empty();
        }
        List<String> labels = figures.stream()
                .map(figure -> figure.tags().values().iterator().next())
                .toList();
        List<Series> series = new ArrayList<>();
        for (Tone tone : Tone.values()) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                boolean its = TONES.getOrDefault(labels.get(i), Tone.PLAIN) == tone;
                values.add(its ? figures.get(i).value() : 0.0);
            }
            if (values.stream().anyMatch(value -> value > 0)) {
                series.add(new Series("tone." + tone, tone, values));
            }
        }
        return Optional.of(new Chart(Kind.BARS, labels, series));
    }

    /**
     * A figure.
     *
     * @param tags what it is about
     * @param statistic which figure of the meter
     * @param value the figure
     */
    public record Line(String tags, String statistic, double value) {

        static Line of(Figure figure) {
            return new Line(figure.said(), figure.statistic(), figure.value());
        }
    }
}
