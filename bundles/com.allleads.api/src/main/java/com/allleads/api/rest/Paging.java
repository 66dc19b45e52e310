package com.allleads.api.rest;

import java.util.Optional;

/**
 * How much of a list is asked for, and from where.
 *
 * @param limit how many items at most
 * @param cursor where to go on, as an earlier answer's {@code next} said
 */
public record Paging(int limit, Optional<String> cursor) {

    /** How many items are answered where the client does not say, and at most. */
    public static final int DEFAULT_LIMIT = 100;

    /**
     * Reads the query parameters {@code limit} and {@code cursor}.
     *
     * @param limit 1 to 100 as text; null or blank for the default
     * @param cursor opaque; null or blank for the beginning
     * @throws ProblemException 422 naming {@code limit} where it is no such number
     */
    public static Paging of(String limit, String cursor) {
        Optional<String> from = Optional.ofNullable(cursor).filter(c -> !c.isBlank());
        if (limit == null || limit.isBlank()) {
            return new Paging(DEFAULT_LIMIT, from);
        }
        if (!limit.matches("[1-9][0-9]?|100")) {
            throw Problem.invalid("limit", "must be a number from 1 to " + DEFAULT_LIMIT)
                    .exception();
        }
        return new Paging(Integer.parseInt(limit), from);
    }

    /** 422: the cursor is not one that an earlier answer gave. */
    public static ProblemException badCursor() {
        return Problem.invalid("cursor", "must be the next of an earlier answer")
                .exception();
    }
}
