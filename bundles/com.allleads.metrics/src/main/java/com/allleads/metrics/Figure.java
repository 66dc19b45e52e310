package com.allleads.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One figure of a meter.
 *
 * @param name of the meter, as in {@code allleads.promises}
 * @param tags what it is about, as in {@code state=KEPT}
 * @param statistic which figure of the meter, as in {@code value} or {@code count}
 * @param value the figure
 * @param unit of the meter, where it has one; times are in seconds
 * @param description what is measured
 */
public record Figure(
        String name,
        Map<String, String> tags,
        String statistic,
        double value,
        Optional<String> unit,
        Optional<String> description) {

    static final Comparator<Figure> ORDER = Comparator.comparing(Figure::name)
            .thenComparing(figure -> figure.said())
            .thenComparing(Figure::statistic);

    /** Those of a meter that are figures: what is not known yet is none. */
    static Stream<Figure> of(Meter meter) {
        Meter.Id id = meter.getId();
        Map<String, String> tags =
                new TreeMap<>(id.getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue)));
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .filter(measured -> Double.isFinite(measured.getValue()))
                .map(measured -> new Figure(
                        id.getName(),
                        new LinkedHashMap<>(tags),
                        measured.getStatistic().getTagValueRepresentation(),
                        measured.getValue(),
                        Optional.ofNullable(id.getBaseUnit()),
                        Optional.ofNullable(id.getDescription())));
    }

    /** The tags in one line. */
    public String said() {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }
}
