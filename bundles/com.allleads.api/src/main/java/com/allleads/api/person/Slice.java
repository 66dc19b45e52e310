package com.allleads.api.person;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that is read by cursor: its items, and where to go on.
 *
 * @param items at most as many as were asked for
 * @param next the opaque cursor of the next part; empty at the end
 * @param <T> what is listed
 */
public record Slice<T>(List<T> items, Optional<String> next) {

    /** Copies the list. */
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts a slice out of rows that were read with one more than the limit, which is how the end is known.
     *
     * @param rows at most {@code limit + 1} rows, in order
     * @param limit how many to keep
     * @param cursor makes the cursor that goes on after a row
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, Optional.empty());
        }
        return new Slice<>(rows.subList(0, limit), Optional.of(cursor.apply(rows.get(limit - 1))));
    }

    /** The same slice of something derived from each item. */
    public <R> Slice<R> map(Function<T, R> mapper) {
        return new Slice<>(items.stream().map(mapper).toList(), next);
    }
}
