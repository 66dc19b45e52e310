package com.allleads.payment.stripe.testing;

import java.util.Arrays;
import java.util.Optional;

/** The cards of the double, by the numbers that one types on its page; where Stripe has such a test card, it is that one. */
public enum DoubleCard {
    /** Is charged. */
    GOOD("4242424242424242", false),
    /** Is declined without a reason. */
    DECLINED("4000000000000341", false),
    /** Has not enough on its account. */
    INSUFFICIENT("4000000000009995", false),
    /** Wants the person's confirmation when it is set up, and then not again. */
    CONFIRMED_ONCE("4000002500003155", true),
    /** Wants the person's confirmation each time. */
    CONFIRMED_ALWAYS("4000002760003184", true),
    /** Is charged, and the bank takes it back at once. */
    DISPUTED("4000000000000259", false),
    /** Is charged after a while. */
    PENDING("4000000000000077", false),
    /** Is charged after half a second. */
    SLOW("4000000000000085", false),
    /** Is charged, and the answer comes too late. */
    SILENT("4000000000000093", false),
    /** The request never arrives. */
    LOST("4000000000000101", false);

    private final String number;
    private final boolean confirmedAtSetUp;

    DoubleCard(String number, boolean confirmedAtSetUp) {
        this.number = number;
        this.confirmedAtSetUp = confirmedAtSetUp;
    }

    static Optional<DoubleCard> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number.replace(" ", "")))
                .findFirst();
    }

    /** What one types. */
    public String number() {
        return number;
    }

    /** What may be shown. */
    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** Whether the bank wants the person's confirmation when it is set up. */
    public boolean isConfirmedAtSetUp() {
        return confirmedAtSetUp;
    }
}
