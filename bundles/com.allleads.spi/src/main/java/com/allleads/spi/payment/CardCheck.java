package com.allleads.spi.payment;

/** What a processor says of a card's token. */
public sealed interface CardCheck {

    /**
     * The token stands for a card that can be charged.
     *
     * @param brand the card's brand as people know it, such as {@code Visa}
     * @param last4 the last four digits, which alone may be shown and stored
     */
    record Accepted(String brand, String last4) implements CardCheck {
        /** Refuses anything longer than four digits, so that no card number can slip through. */
        public Accepted {
            if (!last4.matches("[0-9]{4}")) {
                throw new IllegalArgumentException("last4: exactly four digits");
            }
        }
    }

    /**
     * The token is not valid.
     *
     * @param reason a plain sentence for the person, without the token
     */
    record Rejected(String reason) implements CardCheck {}

    /**
     * The processor cannot tell now; the person may try later.
     *
     * @param reason a plain sentence for the person
     */
    record Unavailable(String reason) implements CardCheck {}
}
