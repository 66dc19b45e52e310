package com.allleads.spi.payment;

import java.net.URI;
import java.util.Objects;

/** What a processor answers when a card is to be set up on its own pages. */
public sealed interface CardSetupStart {

    /**
     * The person's browser is to go there.
     *
     * @param reference the processor's own name for the set-up, at most 200 characters, by which it is asked about later
     * @param address the page, under one of {@link CardProcessor#cardSetupHosts()}; for this person alone
     */
    record Redirect(String reference, URI address) implements CardSetupStart {

        /** Refuses what is incomplete. */
        public Redirect {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(address, "address");
        }

        /** Leaves the address out: who has it can add a card in the person's place. */
        @Override
        public String toString() {
            return "Redirect[" + reference + "]";
        }
    }

    /**
     * No card can be set up now; the person may try later, under another key.
     *
     * @param reason a plain sentence for the person
     */
    record Unavailable(String reason) implements CardSetupStart {}
}
