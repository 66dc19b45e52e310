package com.allleads.payment.stripe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform keeps of a card: the Customer, who exists for this card alone and has no name, and the PaymentMethod.
 *
 * @param customer names the Customer
 * @param method names the PaymentMethod
 */
record CardToken(String customer, String method) {

    private static final Pattern FORM = Pattern.compile("(cus_[A-Za-z0-9_]{1,100})/((?:pm|card)_[A-Za-z0-9_]{1,100})");

    /** Reads a token; empty where it is none. */
    static Optional<CardToken> parse(String token) {
        Matcher parts = FORM.matcher(token);
        return parts.matches() ? Optional.of(new CardToken(parts.group(1), parts.group(2))) : Optional.empty();
    }

    String token() {
        return customer + "/" + method;
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "CardToken[]";
    }
}
