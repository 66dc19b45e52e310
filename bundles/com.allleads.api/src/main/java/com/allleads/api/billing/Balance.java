package com.allleads.api.billing;

import org.joda.money.Money;

/**
 * A prepaid balance.
 *
 * @param available what can be spent
 * @param held what is set aside for orders under way
 */
public record Balance(Money available, Money held) {}
