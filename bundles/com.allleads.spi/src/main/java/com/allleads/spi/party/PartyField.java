package com.allleads.spi.party;

/** The personal data that an adapter can be handed. What is not listed here never leaves the platform by an adapter. */
public enum PartyField {
    /** A token that stands for a card; the card's number itself goes from the browser to the processor alone. */
    CARD_TOKEN,
    /** How much is paid, and in which currency. */
    AMOUNT,
    /** A random key of one payment or message, which says nothing about the person. */
    REFERENCE,
    /** The person's name. */
    NAME,
    /** The person's email address. */
    EMAIL,
    /** The person's telephone number. */
    PHONE,
    /** The person's billing address. */
    BILLING_ADDRESS,
    /** The text of a message to the person. */
    MESSAGE_TEXT
}
