package com.allleads.catalog;

import com.allleads.api.rest.FieldErrors;
import java.util.regex.Pattern;

/** Why an operator cancels an order; stands in the person's statement and in the message to them. */
public final class CancelReason {

    private static final int LENGTH = 200;
    private static final Pattern CARD = Pattern.compile("(?:[0-9][ -]?){13,}");

    private CancelReason() {}

    /**
     * Reads what an operator entered.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming {@code reason} where it cannot be accepted
     */
    public static String checked(String reason) {
        new FieldErrors()
                .text("reason", reason, LENGTH)
                .require(
                        reason == null || !CARD.matcher(reason).find(),
                        "reason",
                        "must not contain the number of a card")
                .refuse();
        return reason.strip();
    }
}
