package com.allleads.itests.harness;

import java.math.BigDecimal;

/**
 * A request of a client that moves money, and what the client was told. No two requests of a person have the same amount, so
 * that a line of a statement names its request without any help of the platform.
 *
 * @param person whose
 * @param kind what was asked for
 * @param key the client's idempotency key
 * @param detail the card's token, or the service
 * @param amount how much, positive
 * @param tries how often it was sent until there was an answer
 * @param status of HTTP; 0 where no answer came at all
 * @param id of the top-up or the order; empty where there is none
 * @param outcome what the answer said
 */
record Told(
        String person,
        Kind kind,
        String key,
        String detail,
        BigDecimal amount,
        int tries,
        int status,
        String id,
        String outcome) {

    static final String NOTHING = "NOTHING";
    static final String SETTLED = "SETTLED";
    static final String PAID = "PAID";
    static final String INSUFFICIENT = "INSUFFICIENT";

    /** What was asked for. */
    enum Kind {
        TOP_UP,
        ORDER
    }

    boolean isTopUp() {
        return kind == Kind.TOP_UP;
    }

    boolean isAnswered() {
        return status != 0;
    }

    /** Names it in a report. */
    @Override
    public String toString() {
        return kind + " " + key + " (" + detail + ", " + amount + ", told " + outcome + ")";
    }
}
