package com.allleads.billing;

import com.allleads.api.config.Setting;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/**
 * The configuration, checked.
 *
 * @param currency of all balances
 * @param topUpLeast the smallest top-up
 * @param topUpMost the largest top-up
 * @param topUpDailyMost how much a person can top up on a day of UTC; empty without limit
 * @param processorWait how long a client waits for a processor
 * @param callsMost how many calls may be under way at one processor
 * @param publicUrl where processors reach the site, where that was configured
 */
public record Settings(
        CurrencyUnit currency,
        Money topUpLeast,
        Money topUpMost,
        Optional<Money> topUpDailyMost,
        Duration processorWait,
        int callsMost,
        Optional<URI> publicUrl) {

    static final String PID = "com.allleads.billing";

    private static final Setting SETTING = Setting.of(PID);

    static Settings of(BillingConfiguration configuration) {
        CurrencyUnit currency = currency(configuration.currency());
        Money least = amount("topup.least", currency, configuration.topup_least());
        Money most = amount("topup.most", currency, configuration.topup_most());
        if (most.isLessThan(least)) {
            throw SETTING.refuse("topup.most", "must not be less than topup.least");
        }
        return new Settings(
                currency,
                least,
                most,
                daily(configuration.topup_daily_most(), currency, least),
                Duration.ofSeconds(
                        SETTING.between("processor.wait.seconds", configuration::processor_wait_seconds, 1, 10)),
                SETTING.between("processor.calls.most", configuration::processor_calls_most, 1, 1000),
                publicUrl(configuration.public_url()));
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(SETTING.present("currency", code).toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException unknown) {
            throw SETTING.refuse("currency", "= " + code + ": must be a code of ISO 4217, as in USD");
        }
    }

    private static Money amount(String key, CurrencyUnit currency, String text) {
        try {
            Money amount = Money.of(currency, new BigDecimal(SETTING.present(key, text)));
            if (amount.isPositive() && amount.getAmountMinorLong() > 0) {
                return amount;
            }
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            // Told below, as for amounts that are not positive.
        }
        throw SETTING.refuse(key, "= " + text + ": must be a positive amount of " + currency + ", as in 1.00");
    }

    private static Optional<Money> daily(String text, CurrencyUnit currency, Money least) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Money most = amount("topup.daily.most", currency, text);
        if (most.isLessThan(least)) {
            throw SETTING.refuse("topup.daily.most", "must not be less than topup.least");
        }
        return Optional.of(most);
    }

    private static Optional<URI> publicUrl(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(text.strip().replaceAll("/+$", ""));
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below.
        }
        throw SETTING.refuse("public.url", "= " + text + ": must be an address, as in https://leads.example");
    }
}
