package com.allleads.api.catalog;

import org.joda.money.Money;

/**
 * A service for sale.
 *
 * @param id stable, {@code [a-z][a-z0-9-]{1,39}}
 * @param name what people call it
 * @param price of one unit
 */
public record Service(String id, String name, Money price) {}
