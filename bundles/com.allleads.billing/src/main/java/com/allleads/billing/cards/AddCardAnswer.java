package com.allleads.billing.cards;

/** What became of a card that a person wants to add. In order of precedence. */
public sealed interface AddCardAnswer {

    /** No processor of this name takes payments; nothing was sent and nothing stored. */
    record NoSuchProcessor() implements AddCardAnswer {}

    /**
     * The processor does not know the token; nothing was stored.
     *
     * @param reason a plain sentence for the person
     */
    record Rejected(String reason) implements AddCardAnswer {}

    /**
     * It cannot be told now; nothing was stored.
     *
     * @param reason a plain sentence for the person
     */
    record Unavailable(String reason) implements AddCardAnswer {}

    /**
     * The card was added.
     *
     * @param card the card
     */
    record Added(Card card) implements AddCardAnswer {}
}
