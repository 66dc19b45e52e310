package com.allleads.api.billing;

import org.joda.money.Money;

/**
 * A prepaid balance.
 *
 * @param available what can be spent
 * @param held what is set aside for orders under way
 * @param promotional what of {@code available} was given to the person: it is spent first and never paid out
 */
public record Balance(Money available, Money held, Money promotional) {}
