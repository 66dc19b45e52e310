package com.allleads.catalog;

import com.allleads.api.rest.Problem;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which of everybody's orders are wanted.
 *
 * @param service the service's id; empty for any
 * @param status where they stand; empty for wherever
 */
public record OrderFilter(Optional<String> service, Optional<OrderStatus> status) {

    /** Every order. */
    public static final OrderFilter ALL = new OrderFilter(Optional.empty(), Optional.empty());

    /**
     * Reads it as it stands in a query.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming {@code status} where there is no such status
     */
    public static OrderFilter read(Optional<String> service, Optional<String> status) {
        return new OrderFilter(service, status.map(OrderFilter::status));
    }

    private static OrderStatus status(String text) {
        return Arrays.stream(OrderStatus.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be one of " + Arrays.toString(OrderStatus.values()))
                        .exception());
    }
}
