package com.allleads.billing.corrections;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;

/** What became of a correction; durable when it is answered. In order of precedence. */
public sealed interface CorrectionAnswer {

    /**
     * The number of the correcting ledger transaction.
     *
     * @throws ProblemException saying why there is none
     */
    default String orRefuse() {
        if (this instanceof Corrected corrected) {
            return corrected.transaction();
        }
        if (this instanceof NotCorrectable) {
            throw Problem.invalid(
                            "transaction", "must be a CHARGE, a CAPTURE or a PROMOTION; card payments are refunded")
                    .exception();
        }
        if (this instanceof SpentMeanwhile) {
            throw Problem.invalid("transaction", "must not have been spent since")
                    .exception();
        }
        throw Problem.invalid("transaction", "must be the number of a transaction, as in the statement")
                .exception();
    }

    /**
     * It is undone, now or by an earlier call.
     *
     * @param transaction the number of the transaction that undid it
     */
    record Corrected(String transaction) implements CorrectionAnswer {}

    /** There is no such transaction. */
    record NoSuchTransaction() implements CorrectionAnswer {}

    /** Transactions of its kind are not undone this way. */
    record NotCorrectable() implements CorrectionAnswer {}

    /** What was credited by it is not there any more. */
    record SpentMeanwhile() implements CorrectionAnswer {}
}
