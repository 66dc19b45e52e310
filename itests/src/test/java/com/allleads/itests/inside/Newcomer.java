package com.allleads.itests.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person who goes through the whole story by REST. */
final class Newcomer {

    private static final String PASSWORD = "correct horse battery staple";

    private final Platform platform;
    private final String email = "grace." + UUID.randomUUID() + "@mail.example";

    Newcomer(Platform platform) {
        this.platform = platform;
    }

    /** Registers, verifies, signs in, adds a card, tops up, orders, and finds all of it on the statement. */
    void goThroughTheStory() {
        String id = register().expect(201).json().path("id").asText();
        platform.post("/registrations/" + id + "/verification", Map.of("pin", Mailbox.pinFor(email)))
                .expect(200);
        String token = platform.post("/sessions", Map.of("email", email, "password", PASSWORD, "remember", false))
                .expect(201)
                .json()
                .path("token")
                .asText();
        topUp(token);
        BigDecimal price = order(token);
        expectAvailable(token, new BigDecimal("50.00").subtract(price));
        if (platform.get("/me/statement", token)
                        .expect(200)
                        .json()
                        .path("items")
                        .size()
                < 2) {
            throw new AssertionError("the statement lacks the top-up or the order");
        }
    }

    Platform.Answer register() {
        return platform.post("/registrations", form());
    }

    private Map<String, Object> form() {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (JsonNode offer : platform.get("/collection-points/registration")
                .expect(200)
                .json()
                .path("purposes")) {
            choices.add(Map.of(
                    "purpose", offer.path("purpose").asText(),
                    "granted", true,
                    "textDigest", offer.path("textDigest").asText()));
        }
        Map<String, Object> form = new HashMap<>();
        form.put("email", email);
        form.put("password", PASSWORD);
        form.put("name", "Grace Hopper");
        form.put("replyBy", "email");
        form.put("choices", choices);
        return form;
    }

    private void topUp(String token) {
        String card = platform.post("/me/cards", token, Map.of("processor", "sandbox", "token", "tok_visa"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode topUp = platform.post(
                        "/me/top-ups",
                        token,
                        Map.of("card", card, "amount", Map.of("amount", "50.00", "currency", "USD")))
                .expect(201)
                .json();
        Patience.until("the top-up is settled", () -> {
            String status = platform.get("/me/top-ups/" + topUp.path("id").asText(), token)
                    .expect(200)
                    .json()
                    .path("status")
                    .asText();
            return status.equals("SETTLED") ? Optional.empty() : Optional.of(status);
        });
        expectAvailable(token, new BigDecimal("50.00"));
    }

    private BigDecimal order(String token) {
        JsonNode service = platform.get("/services").expect(200).json().at("/items/0");
        platform.post("/me/orders", token, Map.of("service", service.path("id").asText(), "quantity", 1))
                .expect(201);
        return new BigDecimal(service.at("/price/amount").asText());
    }

    private void expectAvailable(String token, BigDecimal expected) {
        BigDecimal available = new BigDecimal(platform.get("/me/balance", token)
                .expect(200)
                .json()
                .at("/available/amount")
                .asText());
        if (available.compareTo(expected) != 0) {
            throw new AssertionError("expected " + expected + " available but was " + available);
        }
    }
}
