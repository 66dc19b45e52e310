package com.allleads.spi.payment;

/** What a processor knows of a refund. */
public sealed interface RefundOutcome {

    /**
     * The money is on its way back. Final.
     *
     * @param reference the processor's own name for the refund
     */
    record Refunded(String reference) implements RefundOutcome {}

    /**
     * The processor will not give it back by this card. Final.
     *
     * @param reason for the operator
     */
    record Refused(String reason) implements RefundOutcome {}

    /**
     * Not known; the platform asks again with the same key.
     *
     * @param reason for the operator
     */
    record Unknown(String reason) implements RefundOutcome {}
}
