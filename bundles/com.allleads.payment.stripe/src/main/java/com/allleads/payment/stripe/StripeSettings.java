package com.allleads.payment.stripe;

import com.allleads.spi.payment.ProcessorTraits;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * The settings, checked.
 *
 * @param api the address of the API, without a path
 * @param apiVersion its version
 * @param secretKey signs in there
 * @param webhookSecret what webhooks are signed with, where there are any
 * @param legalName which Stripe company it is
 * @param traits what is charged, and when "nothing found" is final
 * @param callTime after how long a call is given up
 * @param checkoutHosts where the pages are on which people add cards
 */
record StripeSettings(
        URI api,
        String apiVersion,
        Secret secretKey,
        Optional<Secret> webhookSecret,
        String legalName,
        ProcessorTraits traits,
        Duration callTime,
        Set<String> checkoutHosts) {

    static final String PID = "com.allleads.payment.stripe";

    /** For these Stripe counts in other units than ISO 4217 does. */
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

    private static final int MOST_DECIMALS = 2;
    private static final Pattern HOST =
            Pattern.compile("https://[a-z0-9.-]+(:\\d{1,5})?|http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    /**
     * Checks a configuration, and reads the secrets from where it says.
     *
     * @param environment the variables
     * @throws IllegalArgumentException naming the key that is wrong, and what to do
     */
    static StripeSettings of(StripeConfiguration configuration, Map<String, String> environment) {
        String webhook = configuration.webhook_secret().strip();
        Duration finalAfter =
                Duration.ofSeconds(between("final.after.seconds", configuration::final_after_seconds, 60, 604_800));
        return new StripeSettings(
                api(configuration.api().strip()),
                matching("api.version", configuration.api_version(), "[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[a-z]+)?"),
                Secret.from("secret.key", configuration.secret_key().strip(), environment),
                webhook.isEmpty() ? Optional.empty() : Optional.of(Secret.from("webhook.secret", webhook, environment)),
                matching("legal.name", configuration.legal_name(), ".{1,200}"),
                new ProcessorTraits(currencies(configuration.currencies()), finalAfter),
                Duration.ofSeconds(between("call.seconds", configuration::call_seconds, 1, 9)),
                hosts(configuration.checkout_hosts()));
    }

    private static URI api(String address) {
        if (!HOST.matcher(address).matches()) {
            throw wrong("api", "must be an address without a path, as in https://api.stripe.com");
        }
        return URI.create(address);
    }

    private static Set<CurrencyUnit> currencies(String listed) {
        Set<String> codes = split(listed);
        if (codes.isEmpty()) {
            throw wrong("currencies", "must name at least one");
        }
        try {
            Set<CurrencyUnit> currencies = codes.stream().map(CurrencyUnit::of).collect(Collectors.toSet());
            if (currencies.stream().allMatch(StripeSettings::countedAlike)) {
                return currencies;
            }
        } catch (IllegalCurrencyException e) {
            throw wrong("currencies", "must be codes as in USD, EUR");
        }
        throw wrong(
                "currencies", "must not name ISK, UGX, MGA or one with three decimals, which Stripe counts otherwise");
    }

    private static boolean countedAlike(CurrencyUnit currency) {
        return currency.getDecimalPlaces() >= 0
                && currency.getDecimalPlaces() <= MOST_DECIMALS
                && !COUNTED_OTHERWISE.contains(currency.getCode());
    }

    private static Set<String> hosts(String listed) {
        Set<String> hosts = split(listed);
        if (hosts.isEmpty()
                || !hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
            throw wrong("checkout.hosts", "must be hosts as in https://checkout.stripe.com");
        }
        return hosts;
    }

    private static Set<String> split(String listed) {
        return Stream.of(listed.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String matching(String key, String value, String form) {
        if (!value.strip().matches(form)) {
            throw wrong(key, "must not be empty or of another form than in the sample");
        }
        return value.strip();
    }

    /** The file's text becomes a number only when it is asked for. */
    private static int between(String key, IntSupplier configured, int least, int most) {
        int value;
        try {
            value = configured.getAsInt();
        } catch (RuntimeException e) {
            throw wrong(key, "must be a whole number");
        }
        if (value < least || value > most) {
            throw wrong(key, "= " + value + ": must be " + least + " to " + most);
        }
        return value;
    }

    static IllegalArgumentException wrong(String key, String rule) {
        return new IllegalArgumentException(PID + ".cfg: " + key + " " + rule);
    }
}
