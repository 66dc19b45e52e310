package com.allleads.billing.ledger;

/** Why money moves. */
public enum TransactionKind {
    /** A card was charged and the balance grew. */
    TOP_UP,
    /** Something was paid from the balance. */
    CHARGE,
    /** Money leaves the balance, back to the card. */
    REFUND,
    /** A refund that the processor would not carry out comes back to the balance. */
    REFUND_RETURN,
    /** The card's bank took a top-up back. */
    CHARGEBACK,
    /** Something was set aside. */
    HOLD,
    /** What was set aside was paid, in whole or in part; the rest came back to the balance. */
    CAPTURE,
    /** What was set aside came back to the balance. */
    RELEASE,
    /** Credit was given. */
    PROMOTION,
    /** Credit that was given lapsed. */
    PROMOTION_LAPSE,
    /** A payment was undone. */
    CORRECTION
}
