package com.allleads.billing.cards;

/** What is known of a card that is set up on its processor's own pages. */
public enum CardSetupStatus {
    /** The person is not through, or the processor did not tell yet. */
    OPEN,
    /** The card was added. */
    DONE,
    /** No card was added, and none will be. */
    ENDED
}
