package com.allleads.spi.payment;

import org.joda.money.Money;

/**
 * One refund.
 *
 * @param key the refund's own idempotency key
 * @param chargeKey the key of the charge that took the money
 * @param amount positive; all refunds of a charge together never exceed what it settled
 */
public record RefundRequest(String key, String chargeKey, Money amount) {

    /** Refuses an amount that is not positive. */
    public RefundRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: positive");
        }
    }
}
