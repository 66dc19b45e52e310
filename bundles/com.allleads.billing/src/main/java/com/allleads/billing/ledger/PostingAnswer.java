package com.allleads.billing.ledger;

/** What became of a posting; durable when it is answered. In order of precedence. */
public sealed interface PostingAnswer {

    /**
     * It is in the ledger.
     *
     * @param transaction the transaction's number
     * @param first whether it was put there now
     */
    record Posted(long transaction, boolean first) implements PostingAnswer {}

    /** Another transaction has this reference; nothing was done. */
    record ReferenceReused() implements PostingAnswer {}

    /**
     * An account would go below zero; nothing was done.
     *
     * @param available what is on it, in minor units
     */
    record Insufficient(long available) implements PostingAnswer {}

    /** The guard did not allow it; nothing was done. */
    record Prevented() implements PostingAnswer {}
}
