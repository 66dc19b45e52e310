package com.allleads.payment.stripe.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param method GET or POST
 * @param path without the query
 * @param parameters of query and form
 * @param idempotencyKey where there is one
 * @param authorization the header
 * @param version of the API
 */
public record DoubleRequest(
        String method,
        String path,
        Map<String, String> parameters,
        Optional<String> idempotencyKey,
        String authorization,
        String version) {

    static DoubleRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), parameters);
        parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8), parameters);
        return new DoubleRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parameters,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Stripe-Version"))
                        .orElse(""));
    }

    private static void parse(String encoded, Map<String, String> parameters) {
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.put(
                        URLDecoder.decode(parts[0], UTF_8),
                        parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
            }
        }
    }

    /** Whether it asks for something to be done. */
    public boolean post() {
        return method.equals("POST");
    }

    /** One of them; empty where it was not sent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The metadata that was sent. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        return metadata;
    }

    /** What an idempotency key stands for. */
    String content() {
        return path + "?" + parameters;
    }
}
