package com.allleads.billing.cards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises numbers of payment cards: 13 to 19 digits that stand alone, perhaps in groups, begin as card numbers do and satisfy
 * their check digit (ISO/IEC 7812).
 */
public final class CardNumbers {

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9A-Za-z])[2-6][0-9](?:[ -]?[0-9]){11,17}(?![0-9A-Za-z])");
    /** Groups of digits in an identifier can look like one. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private CardNumbers() {}

    /** Whether the text has a card number in it. */
    public static boolean in(String text) {
        Matcher candidates = CANDIDATE.matcher(IDENTIFIER.matcher(text).replaceAll("id"));
        while (candidates.find()) {
            if (checkDigitFits(candidates.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean checkDigitFits(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
