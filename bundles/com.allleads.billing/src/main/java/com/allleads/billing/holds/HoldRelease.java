package com.allleads.billing.holds;

import com.allleads.api.billing.HoldEnd;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.billing.StatedReason;

/**
 * A hold to be released, as an operator asks for it.
 *
 * @param key names the hold
 * @param reason why; stands in the person's statement
 * @param actor by whom, as in {@code operator NAME}
 */
public record HoldRelease(String key, String reason, String actor) {

    /**
     * Reads what an operator entered.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be accepted
     */
    public static HoldRelease checked(String key, String reason, String operator) {
        FieldErrors errors = new FieldErrors().text("key", key, 56);
        StatedReason.check(errors, reason).refuse();
        return new HoldRelease(key, reason, "operator " + operator);
    }

    /**
     * Accepts that it was released.
     *
     * @throws com.allleads.api.rest.ProblemException saying why it was not
     */
    public static void orRefuse(HoldEnd end) {
        if (end instanceof HoldEnd.NoSuchHold) {
            throw Problem.notFound("A hold with this key").exception();
        }
        if (end instanceof HoldEnd.EndedOtherwise) {
            throw Problem.of(409, "hold-ended", "The hold ended before.", "Nothing of it is set aside any more.")
                    .exception();
        }
    }
}
