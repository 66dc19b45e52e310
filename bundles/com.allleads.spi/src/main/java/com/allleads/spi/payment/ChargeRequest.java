package com.allleads.spi.payment;

import java.net.URI;
import java.util.Objects;
import org.joda.money.Money;

/**
 * One charge.
 *
 * @param key the idempotency key: random, at most 64 characters of {@code [A-Za-z0-9-]}, says nothing of the person
 * @param token the card's token as the processor accepted it in {@link CardProcessor#checkCard}
 * @param amount positive, in one of the processor's currencies
 * @param callback where call-backs about this charge are to be posted
 */
public record ChargeRequest(String key, String token, Money amount, URI callback) {

    /** Refuses an amount that is not positive. */
    public ChargeRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(callback, "callback");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: positive");
        }
    }

    /** Leaves the token out, so that it reaches no log. */
    @Override
    public String toString() {
        return "ChargeRequest[key=" + key + ", amount=" + amount + "]";
    }
}
