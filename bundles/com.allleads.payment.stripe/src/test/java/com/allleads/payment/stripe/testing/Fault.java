package com.allleads.payment.stripe.testing;

/** What can go wrong with a request. */
public enum Fault {
    /** 429, before anything was done. */
    RATE_LIMIT,
    /** 409, since another request with the idempotency key is under way. */
    CONFLICT,
    /** 500 in the middle: nothing was done, and the key answers so from then on. */
    SERVER_ERROR,
    /** 503 in front of it all: nothing was done. */
    UNAVAILABLE,
    /** It was done, and half of the answer comes. */
    BROKEN_JSON,
    /** The connection ends before anything was done. */
    DROPPED_BEFORE,
    /** The connection ends after it was done. */
    DROPPED_AFTER,
    /** It was done, and the answer comes after a time that nobody waits. */
    SLOW
}
