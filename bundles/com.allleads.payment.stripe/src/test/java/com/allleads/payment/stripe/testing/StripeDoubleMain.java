package com.allleads.payment.stripe.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The double as a process of its own, to try a site with: {@code StripeDoubleMain PORT [ADDRESS-OF-WEBHOOKS]}. It ends with its
 * standard input.
 */
public final class StripeDoubleMain {

    private StripeDoubleMain() {}

    /** Starts it. */
    public static void main(String[] arguments) throws Exception {
        try (StripeDouble stripe = new StripeDouble(Integer.parseInt(arguments[0]))) {
            System.out.println("Stripe's double is at " + stripe.address() + "; its key is " + StripeDouble.SECRET_KEY
                    + ", its webhooks are signed with " + StripeDouble.WEBHOOK_SECRET);
            int told = 0;
            HttpClient client = HttpClient.newHttpClient();
            while (System.in.available() >= 0) {
                for (JsonNode event :
                        stripe.events().subList(told, stripe.events().size())) {
                    told++;
                    System.out.println(event.path("type").asText());
                    if (arguments.length > 1) {
                        System.out.println("  told the site: " + tell(client, URI.create(arguments[1]), event));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private static int tell(HttpClient client, URI address, JsonNode event) throws Exception {
        StripeDouble.Webhook webhook = StripeDouble.webhook(event, StripeDouble.WEBHOOK_SECRET, Instant.now());
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Stripe-Signature", webhook.signature())
                .POST(BodyPublishers.ofByteArray(webhook.body()))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
