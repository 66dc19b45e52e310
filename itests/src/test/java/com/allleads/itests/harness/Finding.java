package com.allleads.itests.harness;

/**
 * Something that must never be.
 *
 * @param verdict what
 * @param subject the payment, order or person
 * @param text what the books say
 */
record Finding(Verdict verdict, String subject, String text) {

    /** What can be wrong. */
    enum Verdict {
        /** Money or an acknowledged request is gone. */
        LOST,
        /** A request got no answer, however often it was repeated. */
        UNANSWERED,
        /** One request moved money twice. */
        DOUBLED,
        /** Somebody was told what was not so. */
        MISREPORTED,
        /** Told that nothing was taken, and money was taken. */
        REFUSED_BUT_CHARGED,
        /** Nobody knows what became of a payment, although the processor is there. */
        LEFT_UNKNOWN,
        /** The ledger does not add up. */
        LEDGER_INVALID
    }

    @Override
    public String toString() {
        return verdict + " " + subject + ": " + text;
    }
}
