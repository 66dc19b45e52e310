package com.allleads.api.portal;

import java.util.List;

/**
 * Figures over time, or over a few kinds, as a picture. In a page's model the component {@code ui.chart} draws it, and gives
 * the same figures as a table to whoever cannot see it. Immutable.
 *
 * @param kind how it is drawn
 * @param labels what stands below, from left to right: days as in {@code 2026-11-25}, or short names
 * @param series the figures; each has one value per label
 */
public record Chart(Kind kind, List<String> labels, List<Series> series) {

    /** How a chart is drawn. */
    public enum Kind {
        /** Bars, the series of one label stacked. */
        BARS,
        /** Lines. */
        LINES
    }

    /** What a series stands for, which decides its colour. */
    public enum Tone {
        /** As it should be. */
        GOOD,
        /** Not yet decided. */
        WAIT,
        /** Not as it should be. */
        BAD,
        /** Neither. */
        PLAIN
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException where a series does not fit the labels, or a value is below zero
     */
    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException("a series needs one value per label");
            }
        }
    }

    /**
     * One row of figures.
     *
     * @param name the key of its name among the page's texts
     * @param tone what it stands for
     * @param values zero or more each
     */
    public record Series(String name, Tone tone, List<Double> values) {

        /** Copies the list. */
        public Series {
            values = List.copyOf(values);
            if (values.stream().anyMatch(value -> !(value >= 0) || value.isInfinite())) {
                throw new IllegalArgumentException("values are zero or more");
            }
        }
    }
}
