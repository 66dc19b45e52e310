package com.allleads.catalog;

import java.util.Optional;
import java.util.UUID;

/** Reads ids of orders as they stand in addresses. */
public final class OrderIds {

    private OrderIds() {}

    /** Empty where it cannot be the id of an order. */
    public static Optional<UUID> read(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
