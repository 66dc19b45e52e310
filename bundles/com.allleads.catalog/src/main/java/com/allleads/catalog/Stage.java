package com.allleads.catalog;

import java.util.Arrays;
import java.util.List;

/**
 * How far an order that is delivered later has come. What is to happen to the money is written down before it happens, so that it
 * is finished after a crash.
 */
public enum Stage {
    /** The price is about to be set aside; an order only once it is. */
    PLACING(OrderStatus.ORDERED),
    /** The price is set aside. */
    ORDERED(OrderStatus.ORDERED),
    /** What was delivered is about to be paid. */
    DELIVERING(OrderStatus.ORDERED),
    /** The price is about to come back. */
    CANCELLING(OrderStatus.ORDERED),
    /** What was delivered is paid. */
    DELIVERED(OrderStatus.DELIVERED),
    /** The price came back. */
    CANCELLED(OrderStatus.CANCELLED),
    /** The price came back because it was not delivered in time. */
    EXPIRED(OrderStatus.EXPIRED);

    private final OrderStatus status;

    Stage(OrderStatus status) {
        this.status = status;
    }

    /** What everybody is told. */
    public OrderStatus status() {
        return status;
    }

    /** Whether nothing changes any more. */
    public boolean ended() {
        return status != OrderStatus.ORDERED;
    }

    /** Those of orders with a status. */
    static List<Stage> of(OrderStatus status) {
        return Arrays.stream(values())
                .filter(stage -> stage != PLACING && stage.status == status)
                .toList();
    }
}
