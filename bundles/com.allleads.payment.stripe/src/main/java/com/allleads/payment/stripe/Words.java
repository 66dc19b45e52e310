package com.allleads.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * What people are told, in words of our own: what Stripe says may name cards, and why a bank suspects somebody is not theirs to be
 * told.
 */
final class Words {

    static final String CANCELLED = "The payment was cancelled before any money was taken.";

    private static final String CONFIRMATION =
            "Your bank wants you to confirm this payment yourself, which cannot be done here. Use another card.";
    private static final String EXPIRED = "The card has expired.";
    private static final String NOT_AGAIN = "The payment was cancelled, and nothing will be charged under it.";

    private static final Map<String, String> DECLINES = Map.ofEntries(
            Map.entry("authentication_required", CONFIRMATION),
            Map.entry("authentication_not_handled", CONFIRMATION),
            Map.entry("payment_intent_authentication_failure", CONFIRMATION),
            Map.entry("insufficient_funds", "There is not enough money on the card's account."),
            Map.entry("withdrawal_count_limit_exceeded", "The card's limit is reached."),
            Map.entry("card_velocity_exceeded", "The card's limit is reached."),
            Map.entry("expired_card", EXPIRED),
            Map.entry("invalid_expiry_month", EXPIRED),
            Map.entry("invalid_expiry_year", EXPIRED),
            Map.entry("currency_not_supported", "The card cannot be charged in this currency."),
            Map.entry("card_not_supported", "The card cannot be used for such a payment."),
            Map.entry("transaction_not_allowed", "The card cannot be used for such a payment."),
            Map.entry("issuer_not_available", "The card's bank could not be reached. You can try again later."),
            Map.entry("processing_error", "The card's bank could not process it. You can try again later."),
            Map.entry("try_again_later", "The card's bank could not process it. You can try again later."),
            Map.entry("amount_too_small", "The amount is too small for the card processor."),
            Map.entry("amount_too_large", "The amount is too large for the card processor."),
            Map.entry("resource_missing", "The card processor does not know this card any more."));

    private static final Map<String, String> BRANDS = Map.of(
            "visa", "Visa",
            "mastercard", "Mastercard",
            "amex", "American Express",
            "discover", "Discover",
            "diners", "Diners Club",
            "jcb", "JCB",
            "unionpay", "UnionPay");

    private Words() {}

    /** Why a card was declined, given an error of the API or the last one of a PaymentIntent. */
    static String decline(JsonNode error) {
        String byDecline = DECLINES.get(error.path("decline_code").asText());
        return byDecline != null
                ? byDecline
                : DECLINES.getOrDefault(error.path("code").asText(), "The card was declined.");
    }

    static String ruledOut() {
        return NOT_AGAIN;
    }

    static String brand(String brand) {
        return BRANDS.getOrDefault(brand.toLowerCase(Locale.ROOT), "Card");
    }
}
