package com.allleads.spi.payment;

import java.time.Duration;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * What a processor can do.
 *
 * @param currencies the currencies that it charges; never empty
 * @param finalAfter after how long "nothing found" about a key is final (rule 4 of {@link CardProcessor}); positive
 */
public record ProcessorTraits(Set<CurrencyUnit> currencies, Duration finalAfter) {

    /** Copies the set. */
    public ProcessorTraits {
        currencies = Set.copyOf(currencies);
        if (currencies.isEmpty()) {
            throw new IllegalArgumentException("currencies: at least one");
        }
        if (finalAfter.isNegative() || finalAfter.isZero()) {
            throw new IllegalArgumentException("finalAfter: longer than zero");
        }
    }
}
