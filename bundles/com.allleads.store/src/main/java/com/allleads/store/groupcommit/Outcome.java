package com.allleads.store.groupcommit;

import java.util.List;

/** How an attempt to write a batch ended. */
sealed interface Outcome<R> {

    /**
     * Durable.
     *
     * @param results one per item
     */
    record Written<R>(List<R> results) implements Outcome<R> {}

    /**
     * Not confirmed to be durable.
     *
     * @param kind what is known
     * @param cause what the batch or the database said
     */
    record Failed<R>(Kind kind, Throwable cause) implements Outcome<R> {}

    /** What is known of a failed attempt. */
    enum Kind {
        /** Nothing of it was written. */
        ROLLED_BACK("the item could not be written"),
        /** Nothing was tried. */
        NO_CONNECTION("the database could not be reached"),
        /** The database did not confirm the commit: all of it was written, or nothing. */
        UNCONFIRMED("the database did not confirm the commit; the item may have been written");

        private final String message;

        Kind(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }
}
