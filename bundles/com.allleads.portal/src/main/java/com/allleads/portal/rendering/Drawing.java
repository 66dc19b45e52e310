package com.allleads.portal.rendering;

import com.allleads.api.portal.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A chart as shapes on a plane, which the template writes as SVG: no script, no style,
 * nothing to load.
 *
 * @param bars rectangles, for bars
 * @param lines the points of each line, for lines
 * @param marks the values at the left, with their height
 * @param labels what stands below, with its place; not all of them where they would touch
 * @param table the same figures, a row per label
 * @param names the series
 */
public record Drawing(
        List<Bar> bars,
        List<Line> lines,
        List<Mark> marks,
        List<Mark> labels,
        List<Row> table,
        List<Chart.Series> names) {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 190;
    private static final int LEFT = 46;
    private static final int TOP = 10;
    private static final int BOTTOM = 162;
    private static final int MOST_LABELS = 7;
    private static final int STEPS = 4;

    /** A rectangle. */
    public record Bar(String x, String y, String width, String height, String tone) {}

    /** A line through points, as SVG writes them. */
    public record Line(String points, String tone) {}

    /** A text at a place on its axis. */
    public record Mark(String at, String text) {}

    /** The figures of one label. */
    public record Row(String label, List<Double> values) {}

    /** The width of the plane. */
    public int width() {
        return WIDTH;
    }

    /** The height of the plane. */
    public int height() {
        return HEIGHT;
    }

    static Drawing of(Chart chart) {
        double top = roundUp(highest(chart));
        double step = (WIDTH - LEFT) / (double) Math.max(1, chart.labels().size());
        return new Drawing(
                chart.kind() == Chart.Kind.BARS ? bars(chart, top, step) : List.of(),
                chart.kind() == Chart.Kind.LINES ? lines(chart, top, step) : List.of(),
                marks(top),
                labels(chart.labels(), step),
                table(chart),
                chart.series());
    }

    private static double highest(Chart chart) {
        IntStream columns = IntStream.range(0, chart.labels().size());
        return chart.kind() == Chart.Kind.BARS
                ? columns.mapToDouble(i -> chart.series().stream()
                                .mapToDouble(series -> series.values().get(i))
                                .sum())
                        .max()
                        .orElse(0)
                : chart.series().stream()
                        .flatMap(series -> series.values().stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
    }

    /** To a figure whose quarters are easy to read: 4, 8, 20, 40, 80, 200 and so on. */
    private static double roundUp(double highest) {
        double unit = STEPS;
        while (true) {
            for (double factor : new double[] {1, 2, 5}) {
                if (unit * factor >= highest) {
                    return unit * factor;
                }
            }
            unit *= 10;
        }
    }

    private static List<Bar> bars(Chart chart, double top, double step) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < chart.labels().size(); i++) {
            double base = BOTTOM;
            for (Chart.Series series : chart.series()) {
                double height = series.values().get(i) / top * (BOTTOM - TOP);
                if (height > 0) {
                    base -= height;
                    bars.add(new Bar(
                            place(LEFT + step * (i + 0.15)),
                            place(base),
                            place(step * 0.7),
                            place(height),
                            tone(series)));
                }
            }
        }
        return bars;
    }

    private static List<Line> lines(Chart chart, double top, double step) {
        return chart.series().stream()
                .map(series -> new Line(
                        IntStream.range(0, series.values().size())
                                .mapToObj(i -> place(LEFT + step * (i + 0.5))
                                        + ","
                                        + place(height(series.values().get(i), top)))
                                .collect(Collectors.joining(" ")),
                        tone(series)))
                .toList();
    }

    private static List<Mark> marks(double top) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> new Mark(
                        place(height(top * i / STEPS, top)), String.format(Locale.ROOT, "%.0f", top * i / STEPS)))
                .toList();
    }

    private static List<Mark> labels(List<String> labels, double step) {
        int every = Math.max(1, (labels.size() + MOST_LABELS - 1) / MOST_LABELS);
        return IntStream.range(0, labels.size())
                .filter(i -> i % every == 0)
                .mapToObj(i -> new Mark(place(LEFT + step * (i + 0.5)), shortened(labels.get(i))))
                .toList();
    }

    private static List<Row> table(Chart chart) {
        return IntStream.range(0, chart.labels().size())
                .mapToObj(i -> new Row(
                        chart.labels().get(i),
                        chart.series().stream()
                                .map(series -> series.values().get(i))
                                .toList()))
                .toList();
    }

    /** Of a day the year is left out: the figures' table has it. */
    private static String shortened(String label) {
        return label.matches("\\d{4}-\\d{2}-\\d{2}") ? label.substring(5) : label;
    }

    private static double height(double value, double top) {
        return BOTTOM - value / top * (BOTTOM - TOP);
    }

    private static String tone(Chart.Series series) {
        return series.tone().name().toLowerCase(Locale.ROOT);
    }

    private static String place(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }
}
