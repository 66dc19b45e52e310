package com.allleads.billing.topups;

/** What is known of a top-up. */
public enum TopUpStatus {
    /** The money was taken and is on the balance. Final. */
    SETTLED,
    /** The processor accepted the payment and will tell. */
    PENDING,
    /** The processor or the bank said no. Final. */
    DECLINED,
    /** Nothing was tried, and nothing will be. Final. */
    NOT_ATTEMPTED,
    /** Whether money was taken is not known; the processor is asked until it is. */
    UNKNOWN;

    /** Whether it will not change any more. */
    public boolean isFinal() {
        return this != PENDING && this != UNKNOWN;
    }
}
