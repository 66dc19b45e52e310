package com.allleads.billing.ledger;

import com.allleads.api.billing.ChargeRow;
import com.allleads.api.person.PersonId;
import java.util.Optional;

/**
 * A transaction to be made.
 *
 * @param person whom it concerns, which decides what part of the ledger it is written to
 * @param reference unique over the ledger: posted again it moves nothing again
 * @param kind why money moves
 * @param reason what stands in the statement, nothing personal
 * @param actor by whom, nothing personal
 * @param data what the capability behind it needs to rebuild its own rows, as JSON
 * @param movement between which accounts
 * @param guard what is written with it
 * @param row a row of the capability behind it, written with it too
 */
public record Posting(
        PersonId person,
        String reference,
        TransactionKind kind,
        String reason,
        String actor,
        String data,
        Movement movement,
        Guard guard,
        Optional<ChargeRow<?>> row) {

    /** No data. */
    public static final String NO_DATA = "{}";

    /** Refuses a reference that does not fit. */
    public Posting {
        if (reference.isEmpty() || reference.length() > 64) {
            throw new IllegalArgumentException("reference: 1 to 64 characters");
        }
    }

    /** One without a row of a capability. */
    public Posting(
            PersonId person,
            String reference,
            TransactionKind kind,
            String reason,
            String actor,
            String data,
            Movement movement,
            Guard guard) {
        this(person, reference, kind, reason, actor, data, movement, guard, Optional.empty());
    }
}
