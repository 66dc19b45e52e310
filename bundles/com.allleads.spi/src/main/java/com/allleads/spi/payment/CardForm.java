package com.allleads.spi.payment;

import java.util.List;

/**
 * How a person comes by a token of this processor on the platform's card page. The card's number never passes through
 * the platform: the page has one field for the token alone, or a button that leads to the processor, where
 * {@link CardProcessor#cardSetupHosts()} names any.
 *
 * @param instruction one plain sentence for people
 * @param samples tokens that can be chosen from a list, for processors that need no real card; empty otherwise
 */
public record CardForm(String instruction, List<Sample> samples) {

    /** Copies the list. */
    public CardForm {
        samples = List.copyOf(samples);
    }

    /**
     * A token that anyone may use.
     *
     * @param token the token
     * @param meaning what happens when it is charged, in a few words
     */
    public record Sample(String token, String meaning) {}
}
