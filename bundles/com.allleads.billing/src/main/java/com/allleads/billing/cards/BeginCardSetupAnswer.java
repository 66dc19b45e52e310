package com.allleads.billing.cards;

import java.net.URI;

/** What became of a set-up that a person wants to begin. In order of precedence. */
public sealed interface BeginCardSetupAnswer {

    /** The key was used for another request. */
    record KeyReused() implements BeginCardSetupAnswer {}

    /** No processor of this name takes payments and has pages of its own; nothing was sent and nothing stored. */
    record NoSuchProcessor() implements BeginCardSetupAnswer {}

    /** The person has begun so many that are still open; nothing was sent and nothing stored. */
    record TooMany() implements BeginCardSetupAnswer {}

    /**
     * It cannot be begun now; nothing was stored.
     *
     * @param reason a plain sentence for the person
     */
    record Unavailable(String reason) implements BeginCardSetupAnswer {}

    /**
     * It is begun.
     *
     * @param setup the set-up
     * @param address where the person's browser is to go, a secret of the person
     */
    record Begun(CardSetup setup, URI address) implements BeginCardSetupAnswer {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Begun[" + setup + "]";
        }
    }
}
