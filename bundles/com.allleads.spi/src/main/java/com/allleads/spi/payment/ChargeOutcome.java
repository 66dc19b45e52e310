package com.allleads.spi.payment;

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
