package com.allleads.api.catalog;

import java.util.Optional;
import org.joda.money.Money;

/**
 * A service for sale.
 *
 * @param id stable, {@code [a-z][a-z0-9-]{1,39}}
 * @param name what people call it
 * @param price of one unit
 * @param deliveryDays within how many days somebody delivers it, during which its price is set aside; empty where it is there at
 *     once and paid at once
 */
public record Service(String id, String name, Money price, Optional<Integer> deliveryDays) {

    /** A service that is there at once. */
    public Service(String id, String name, Money price) {
        this(id, name, price, Optional.empty());
    }
}
