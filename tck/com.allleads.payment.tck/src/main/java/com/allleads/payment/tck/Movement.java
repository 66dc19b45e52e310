package com.allleads.payment.tck;

import java.util.Objects;
import org.joda.money.Money;

/**
 * Money that moved, as the company behind the processor wrote it down.
 *
 * @param kind which way it went
 * @param chargeKey the key of the charge that took it, for a refund too
 * @param amount exactly what moved; positive
 */
public record Movement(Kind kind, String chargeKey, Money amount) {

    /** Refuses what is incomplete. */
    public Movement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(chargeKey, "chargeKey");
        Objects.requireNonNull(amount, "amount");
    }

    /** Which way money went. */
    public enum Kind {
        /** From the card. */
        TAKEN,
        /** Back to the card. */
        GIVEN_BACK
    }

    /** Money that a charge took. */
    public static Movement taken(String chargeKey, Money amount) {
        return new Movement(Kind.TAKEN, chargeKey, amount);
    }

    /** Money of a charge that was given back. */
    public static Movement givenBack(String chargeKey, Money amount) {
        return new Movement(Kind.GIVEN_BACK, chargeKey, amount);
    }
}
