package com.allleads.notification;

import java.security.SecureRandom;

/**
 * Makes the random names by which channels know messages: 150 bits in letters alone, so that nobody who looks for the digits of
 * a PIN in a mail finds others in its headers.
 */
final class MessageReference {

    private static final int LETTERS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MessageReference() {}

    static String random() {
        StringBuilder letters = new StringBuilder(LETTERS);
        RANDOM.ints(LETTERS, 'a', 'z' + 1).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
