package com.allleads.billing.refunds;

import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import org.joda.money.Money;

/** What is answered to whoever asks for a refund. In order of precedence. */
public sealed interface RefundAnswer {

    /**
     * The refund.
     *
     * @throws ProblemException saying why there is none
     */
    default Refund orRefuse() {
        if (this instanceof Stored stored) {
            return stored.refund();
        }
        if (this instanceof KeyReused) {
            throw IdempotencyKey.reused().exception();
        }
        if (this instanceof WrongAmount wrong) {
            throw Problem.invalid("amount", wrong.message()).exception();
        }
        if (this instanceof TooMuch tooMuch) {
            throw Problem.invalid(
                            "amount", "must be at most what can go back by the way it came: " + tooMuch.refundable())
                    .exception();
        }
        throw Problem.invalid("person", "must be somebody who topped up").exception();
    }

    /** The key was used for another request; nothing was done. */
    record KeyReused() implements RefundAnswer {}

    /**
     * The amount cannot be given back; nothing was done.
     *
     * @param message goes on after {@code amount}
     */
    record WrongAmount(String message) implements RefundAnswer {}

    /** The person never had a balance; nothing was done. */
    record NoSuchPerson() implements RefundAnswer {}

    /**
     * There is less that can go back the way it came, or less on the balance; nothing was done.
     *
     * @param refundable how much could be given back
     */
    record TooMuch(Money refundable) implements RefundAnswer {}

    /**
     * It is under way, now or by an earlier request with the same key.
     *
     * @param refund the refund, with what the requester was told first
     */
    record Stored(Refund refund) implements RefundAnswer {}
}
