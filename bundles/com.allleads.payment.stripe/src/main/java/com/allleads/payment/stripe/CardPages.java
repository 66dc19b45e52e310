package com.allleads.payment.stripe;

import com.allleads.payment.stripe.Answer.Refused;
import com.allleads.payment.stripe.Answer.Said;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cards are added on Stripe's own page: Checkout in setup mode, which asks the card's bank for the person's confirmation (3-D Secure)
 * where it wants one, so that the card can be charged without the person later. Stripe makes a Customer for each card.
 */
final class CardPages {

    private static final Logger LOG = LoggerFactory.getLogger(CardPages.class);
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final int NOT_FOUND = 404;

    private final StripeApi api;

    CardPages(StripeApi api) {
        this.api = api;
    }

    /** Stripe answers the same key with the same page for a day, which is as long as the page is good for. */
    CardSetupStart begin(Deadline deadline, CardSetupRequest request) {
        Parameters form = new Parameters()
                .with("mode", "setup")
                .with("currency", request.currency().getCode().toLowerCase(Locale.ROOT))
                .with("payment_method_types[0]", "card")
                .with("customer_creation", "always")
                .with("success_url", request.returnAddress().toString())
                .with("cancel_url", request.cancelAddress().toString())
                .with("client_reference_id", request.key())
                .with("metadata[" + Intents.KEY + "]", request.key());
        Answer answer = api.post(deadline, SESSIONS, request.key(), form);
        if (answer instanceof Said said) {
            String id = said.body().path("id").asText();
            Optional<URI> address = address(said.body().path("url").asText());
            if (isSession(id) && address.isPresent()) {
                return new CardSetupStart.Redirect(id, address.get());
            }
        }
        LOG.warn("Card set-up {} was not begun: {}", request.key(), Answer.describe(answer));
        return new CardSetupStart.Unavailable("Cards cannot be added with Stripe at the moment.");
    }

    CardSetupOutcome state(Deadline deadline, String reference) {
        if (!isSession(reference)) {
            return new CardSetupOutcome.Ended("Stripe does not know this page.");
        }
        Answer answer =
                api.get(deadline, SESSIONS + "/" + reference, new Parameters().with("expand[]", "setup_intent"));
        if (answer instanceof Said said) {
            return outcome(said.body());
        }
        return answer instanceof Refused refused && refused.status() == NOT_FOUND
                ? new CardSetupOutcome.Ended("Stripe does not know this page.")
                : new CardSetupOutcome.Unavailable(Answer.describe(answer));
    }

    private static CardSetupOutcome outcome(JsonNode session) {
        return switch (session.path("status").asText()) {
            case "open" -> new CardSetupOutcome.Open();
            case "expired" -> new CardSetupOutcome.Ended("The page for adding the card is not good any more.");
            case "complete" -> complete(session);
            default -> new CardSetupOutcome.Unavailable("Stripe names an unknown status");
        };
    }

    private static CardSetupOutcome complete(JsonNode session) {
        JsonNode intent = session.path("setup_intent");
        return switch (intent.path("status").asText()) {
            case "succeeded" ->
                CardToken.parse(session.path("customer").asText() + "/"
                                + intent.path("payment_method").asText())
                        .<CardSetupOutcome>map(card -> new CardSetupOutcome.Done(card.token()))
                        .orElseGet(() -> new CardSetupOutcome.Unavailable("Stripe names no customer or card"));
            case "processing", "requires_action", "requires_confirmation" -> new CardSetupOutcome.Open();
            default -> new CardSetupOutcome.Ended("The card's bank did not agree to its use here.");
        };
    }

    CardCheck check(Deadline deadline, String token) {
        Optional<CardToken> card = CardToken.parse(token);
        if (card.isEmpty()) {
            return new CardCheck.Rejected("This is not a card of Stripe's.");
        }
        Answer answer = api.get(deadline, "/v1/payment_methods/" + card.get().method(), new Parameters());
        if (answer instanceof Said said) {
            return checked(said.body(), card.get());
        }
        if (answer instanceof Refused refused && refused.status() == NOT_FOUND) {
            return new CardCheck.Rejected("Stripe does not know this card any more.");
        }
        LOG.warn("A card cannot be checked: {}", Answer.describe(answer));
        return new CardCheck.Unavailable("Cards cannot be checked with Stripe at the moment.");
    }

    private static CardCheck checked(JsonNode method, CardToken card) {
        JsonNode details = method.path("card");
        String last4 = details.path("last4").asText();
        boolean usable = method.path("type").asText().equals("card")
                && method.path("customer").asText().equals(card.customer())
                && last4.matches("[0-9]{4}");
        return usable
                ? new CardCheck.Accepted(Words.brand(details.path("brand").asText()), last4)
                : new CardCheck.Rejected("Stripe does not let this card be charged any more.");
    }

    private static boolean isSession(String id) {
        return id.matches("cs_[A-Za-z0-9_]{1,190}");
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(URI.create(url)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
