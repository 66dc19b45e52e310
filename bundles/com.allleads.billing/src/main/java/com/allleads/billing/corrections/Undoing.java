package com.allleads.billing.corrections;

import com.allleads.api.rest.FieldErrors;
import com.allleads.billing.StatedReason;

/**
 * A transaction to be undone, as an operator asks for it.
 *
 * @param transaction its number
 * @param reason why; stands in the person's statement
 * @param actor by whom, as in {@code operator NAME}
 */
public record Undoing(long transaction, String reason, String actor) {

    /**
     * Reads what an operator entered.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be accepted
     */
    public static Undoing checked(String transaction, String reason, String operator) {
        boolean number = transaction != null && transaction.strip().matches("[0-9]{1,18}");
        FieldErrors errors = new FieldErrors()
                .require(number, "transaction", "must be the number of a transaction, as in the statement");
        StatedReason.check(errors, reason).refuse();
        return new Undoing(Long.parseLong(transaction.strip()), reason, "operator " + operator);
    }
}
