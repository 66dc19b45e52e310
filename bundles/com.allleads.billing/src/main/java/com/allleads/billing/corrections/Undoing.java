package com.allleads.billing.corrections;

import com.allleads.api.rest.FieldErrors;
import com.allleads.billing.cards.CardNumbers;

/**
 * A transaction to be undone, as an operator asks for it.
 *
 * @param transaction its number
 * @param reason why; stands in the person's statement
 * @param actor by whom, as in {@code operator NAME}
 */
public record Undoing(long transaction, String reason, String actor) {

    private static final int REASON_LENGTH = 200;

    /**
     * Reads what an operator entered.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be accepted
     */
    public static Undoing checked(String transaction, String reason, String operator) {
        boolean number = transaction != null && transaction.strip().matches("[0-9]{1,18}");
        new FieldErrors()
                .require(number, "transaction", "must be the number of a transaction, as in the statement")
                .text("reason", reason, REASON_LENGTH)
                .require(reason == null || !CardNumbers.in(reason), "reason", "must not contain the number of a card")
                .refuse();
        return new Undoing(Long.parseLong(transaction.strip()), reason, "operator " + operator);
    }
}
