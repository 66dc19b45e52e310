package com.allleads.billing;

import com.allleads.api.rest.FieldErrors;
import com.allleads.billing.cards.CardNumbers;

/** Why an operator does something; stands in a person's statement. */
public final class StatedReason {

    private static final int LENGTH = 200;

    private StatedReason() {}

    /** Adds what is wrong with a reason. */
    public static FieldErrors check(FieldErrors errors, String reason) {
        return errors.text("reason", reason, LENGTH)
                .require(reason == null || !CardNumbers.in(reason), "reason", "must not contain the number of a card");
    }
}
