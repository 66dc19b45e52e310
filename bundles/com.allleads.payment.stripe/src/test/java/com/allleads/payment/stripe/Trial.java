package com.allleads.payment.stripe;

import com.allleads.payment.stripe.testing.StripeDouble;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.ProcessorTraits;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the tests have in common. */
final class Trial {

    static final URI CALLBACK = URI.create("https://site.example/api/v1/processors/stripe/callbacks");

    private Trial() {}

    static StripeSettings settings(URI api) {
        return new StripeSettings(
                api,
                "2024-06-20",
                new Secret(StripeDouble.SECRET_KEY),
                Optional.of(new Secret(StripeDouble.WEBHOOK_SECRET)),
                "Stripe, Inc.",
                new ProcessorTraits(Set.of(CurrencyUnit.USD, CurrencyUnit.JPY), Duration.ofSeconds(2)),
                Duration.ofSeconds(5),
                Set.of(api.toString()));
    }

    static ChargeRequest request(String token, String amount) {
        return new ChargeRequest(UUID.randomUUID().toString(), token, Money.parse("USD " + amount), CALLBACK);
    }

    /** A webhook as it arrives. */
    static CallbackMessage webhook(JsonNode event, String secret, Instant at) {
        StripeDouble.Webhook webhook = StripeDouble.webhook(event, secret, at);
        return new CallbackMessage(Map.of(WebhookSignature.HEADER, List.of(webhook.signature())), webhook.body());
    }
}
