package com.allleads.catalog;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;

/** What became of an order that was to be delivered or cancelled. The outcomes in order of precedence. */
public sealed interface EndingAnswer {

    /** There is no such order. */
    record NoSuchOrder() implements EndingAnswer {}

    /**
     * It ended before in another way, by being paid at once for one; nothing was done.
     *
     * @param order how it stands
     */
    record EndedOtherwise(Order order) implements EndingAnswer {}

    /**
     * Not so many units can be delivered.
     *
     * @param most how many were ordered
     */
    record WrongQuantity(int most) implements EndingAnswer {}

    /** It ended as was asked for, now or before. */
    record Done(Order order) implements EndingAnswer {}

    /** It cannot be done or known at the moment; trying again is safe. */
    record Unavailable() implements EndingAnswer {}

    /**
     * The order as it stands now.
     *
     * @throws ProblemException saying why it did not end as was asked for
     */
    default Order orRefuse() {
        if (this instanceof Done done) {
            return done.order();
        }
        throw problem().exception();
    }

    private Problem problem() {
        if (this instanceof NoSuchOrder) {
            return Problem.notFound("An order with this id");
        }
        if (this instanceof WrongQuantity wrong) {
            return Problem.invalid("quantity", "must be a whole number from 1 to " + wrong.most());
        }
        if (this instanceof EndedOtherwise) {
            return Problem.of(
                    409,
                    "order-ended",
                    "The order does not wait for delivery any more.",
                    "Nothing was done. Look at how it stands now.");
        }
        return Problem.unavailable(Orders.TRY_AGAIN);
    }
}
