package com.allleads.payment.stripe;

import com.allleads.payment.stripe.Intents.Found;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.InvalidCallbackException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads webhooks. A genuine one only says which intent to look at: what is told of it is what Stripe says now, so that events which
 * come late or in another order tell nothing that is out of date.
 */
final class Webhooks {

    private final Optional<WebhookSignature> signature;
    private final Intents intents;
    private final ObjectMapper json = new ObjectMapper();

    Webhooks(Optional<Secret> secret, Intents intents, Clock clock) {
        this.signature = secret.map(known -> new WebhookSignature(known, clock));
        this.intents = intents;
    }

    /**
     * What a webhook tells.
     *
     * @throws IllegalStateException where Stripe cannot be asked now, so that it has to send it again
     */
    List<ChargeNews> read(Deadline deadline, CallbackMessage message) throws InvalidCallbackException {
        if (signature.isEmpty()) {
            throw new InvalidCallbackException("no webhook.secret is configured");
        }
        List<String> headers = message.headers().getOrDefault(WebhookSignature.HEADER, List.of());
        if (headers.size() != 1 || !signature.get().fits(headers.get(0), message.body())) {
            throw new InvalidCallbackException("it is not signed by Stripe, or too long ago");
        }
        JsonNode event = parsed(message.body());
        return intent(event).map(id -> news(deadline, id)).orElseGet(List::of);
    }

    private JsonNode parsed(byte[] body) throws InvalidCallbackException {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new InvalidCallbackException("it cannot be read");
        }
    }

    /** Which intent an event is about; empty where it is about something else. */
    private static Optional<String> intent(JsonNode event) {
        JsonNode about = event.path("data").path("object");
        String type = event.path("type").asText();
        if (type.startsWith("payment_intent.")) {
            // Stripe knows intents of others too; those of the site have its key.
            return Intents.key(about).map(key -> about.path("id").asText());
        }
        return type.startsWith("charge.dispute.")
                ? Optional.of(about.path("payment_intent").asText()).filter(id -> !id.isEmpty())
                : Optional.empty();
    }

    private List<ChargeNews> news(Deadline deadline, String id) {
        Found found = intents.read(deadline, id);
        if (!(found instanceof Found.Intent intent)) {
            throw new IllegalStateException("the intent of a webhook cannot be read now");
        }
        Optional<String> key = Intents.key(intent.body());
        if (key.isEmpty() || intent.isFence()) {
            return List.of();
        }
        ChargeOutcome outcome = intents.outcome(deadline, intent.body());
        if (outcome instanceof ChargeOutcome.Unknown) {
            throw new IllegalStateException("what became of the intent of a webhook cannot be told now");
        }
        return List.of(new ChargeNews(key.get(), outcome));
    }
}
