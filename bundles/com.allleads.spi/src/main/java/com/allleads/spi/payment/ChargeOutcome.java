package com.allleads.spi.payment;

import org.joda.money.Money;

/** What a processor knows of a charge. Exactly one of these, and never a guess. */
public sealed interface ChargeOutcome {

    /**
     * The money was taken. Final.
     *
     * @param reference the processor's own name for the charge
     */
    record Settled(String reference) implements ChargeOutcome {}

    /**
     * The processor accepted the charge and will tell by call-back or {@code lookup}.
     *
     * @param reference the processor's own name for the charge
     */
    record Pending(String reference) implements ChargeOutcome {}

    /**
     * The processor or the card's bank said no. No money was taken and none will be. Final.
     *
     * @param reason a plain sentence for the person
     */
    record Declined(String reason) implements ChargeOutcome {}

    /**
     * The money was taken, and the card's bank took some or all of it back since (a dispute, a chargeback). May follow
     * {@code Settled} at any time, and be told of in its place; a later one names a larger total.
     *
     * @param reference the processor's own name for the charge
     * @param total what was taken back in all so far, positive, in the charge's currency
     */
    record ChargedBack(String reference, Money total) implements ChargeOutcome {}

    /**
     * The charge was not tried, and will not be under this key. Final.
     *
     * @param reason a plain sentence for the person
     */
    record NotAttempted(String reason) implements ChargeOutcome {}

    /**
     * Whether money was taken is not known. The platform will {@code lookup} until it is.
     *
     * @param reason what happened, for the operator, nothing personal in it
     */
    record Unknown(String reason) implements ChargeOutcome {}
}
