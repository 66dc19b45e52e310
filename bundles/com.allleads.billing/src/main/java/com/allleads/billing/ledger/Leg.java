package com.allleads.billing.ledger;

/**
 * What a transaction does to one account.
 *
 * @param account the account's number
 * @param amount minor units; positive where the account grows
 */
public record Leg(long account, long amount) {

    /** Refuses an entry of nothing. */
    public Leg {
        if (amount == 0) {
            throw new IllegalArgumentException("amount: not zero");
        }
    }
}
