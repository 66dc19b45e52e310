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
    REFUND_RETURN
}
