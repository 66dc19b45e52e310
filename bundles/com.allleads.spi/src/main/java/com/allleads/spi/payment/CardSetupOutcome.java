package com.allleads.spi.payment;

import java.util.Objects;

/** What became of a card that was to be set up on the processor's own pages. */
public sealed interface CardSetupOutcome {

    /**
     * The person added a card. Final.
     *
     * @param token stands for the card; {@link CardProcessor#checkCard} accepts it
     */
    record Done(String token) implements CardSetupOutcome {

        /** Refuses what is incomplete. */
        public Done {
            Objects.requireNonNull(token, "token");
        }

        /** Leaves the token out, so that it reaches no log. */
        @Override
        public String toString() {
            return "Done[]";
        }
    }

    /** The person is not through, and still can be. */
    record Open() implements CardSetupOutcome {}

    /**
     * No card was added, and none will be by this set-up. Final.
     *
     * @param reason a plain sentence for the person
     */
    record Ended(String reason) implements CardSetupOutcome {}

    /**
     * The processor cannot tell now; it is asked again.
     *
     * @param reason for the operator, nothing personal in it
     */
    record Unavailable(String reason) implements CardSetupOutcome {}
}
