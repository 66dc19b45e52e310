package com.allleads.billing;

import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Settings as tests want them. */
public final class Testing {

    private Testing() {}

    /** The defaults, with a short wait for processors. */
    public static BillingSettings settings(StoreRule store, Duration processorWait) {
        return new BillingSettings(
                store.jdbi(),
                new Settings(
                        CurrencyUnit.USD,
                        usd("1.00"),
                        usd("1000000.00"),
                        Optional.empty(),
                        processorWait,
                        64,
                        Optional.empty()));
    }

    /** An amount. */
    public static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
