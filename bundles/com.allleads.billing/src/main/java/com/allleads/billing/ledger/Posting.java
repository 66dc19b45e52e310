package com.allleads.billing.ledger;

import java.util.List;

/**
 * A transaction to be made.
 *
 * @param reference unique over the ledger: posted again it moves nothing again
 * @param kind why money moves
 * @param reason what stands in the statement, nothing personal
 * @param actor by whom, nothing personal
 * @param data what the capability behind it needs to rebuild its own rows, as JSON
 * @param legs two or more of different accounts that sum to zero; the first one is that of the person concerned
 * @param guard what is written with it
 */
public record Posting(
        String reference, TransactionKind kind, String reason, String actor, String data, List<Leg> legs, Guard guard) {

    /** No data. */
    public static final String NO_DATA = "{}";

    /** Refuses what is not a transaction. */
    public Posting {
        legs = List.copyOf(legs);
        long sum = 0;
        for (Leg leg : legs) {
            sum = Math.addExact(sum, leg.amount());
        }
        if (legs.size() < 2 || sum != 0) {
            throw new IllegalArgumentException("entries: two or more that sum to zero");
        }
        if (legs.stream().map(Leg::account).distinct().count() != legs.size()) {
            throw new IllegalArgumentException("entries: one per account");
        }
        if (reference.isEmpty() || reference.length() > 64) {
            throw new IllegalArgumentException("reference: 1 to 64 characters");
        }
    }
}
