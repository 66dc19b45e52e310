package com.allleads.billing.refunds;

/** What is known of a refund. */
public enum RefundStatus {
    /** All of it is on its way back. Final. */
    REFUNDED,
    /** A part of it is on its way back; the rest the processors refused, and it is on the balance again. Final. */
    PARTLY,
    /** The processors refused, and everything is on the balance again. Final. */
    REFUSED,
    /** Of some of it nothing is known; the processors are asked until it is. */
    UNKNOWN
}
