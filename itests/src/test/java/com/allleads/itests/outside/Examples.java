package com.allleads.itests.outside;

import com.allleads.itests.outside.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Sends the examples of the document, each by somebody for whom it fits. What they name in angle brackets, and paths in
 * braces, is found by this story.
 */
final class Examples {

    private static final Pattern IN_BODY = Pattern.compile("<([A-Za-z]+)>");
    private static final Pattern IN_PATH = Pattern.compile("\\{([A-Za-z]+)}");

    private final Site site;
    private final OpenApiDocument document;

    Examples(Site site, OpenApiDocument document) {
        this.site = site;
        this.document = document;
        letTheOneOfTheExamplesBeActive();
    }

    Answer send(OpenApiDocument.Operation operation) {
        if (operation.path().equals("/registrations/{id}/verification")) {
            return sendByANewcomer(operation);
        }
        Someone someone = Someone.signedIn(site);
        if (operation.path().equals("/me/policy-acceptances")) {
            return someone.api().send(operation.method(), operation.path(), versionInForce(operation));
        }
        String body = filled(IN_BODY, example(operation), name -> bodyValue(name, someone));
        String path = filled(IN_PATH, operation.path(), name -> pathValue(name, operation, someone));
        return caller(operation, someone).send(operation.method(), path, body);
    }

    private Api caller(OpenApiDocument.Operation operation, Someone someone) {
        Api caller = operation.isFor("operator")
                ? site.api().operator()
                : operation.isFor("sessionToken") ? someone.api() : site.api();
        return operation.isIdempotent()
                ? caller.with("Idempotency-Key", UUID.randomUUID().toString())
                : caller;
    }

    /** Registered as the examples say, unless an earlier test did it. */
    private void letTheOneOfTheExamplesBeActive() {
        OpenApiDocument.Operation register = document.operation("Registrations-register");
        JsonNode session = document.operation("Sessions-begin").example().orElseThrow();
        if (site.api().post("/sessions", session).status() == 201) {
            return;
        }
        String email = session.path("email").asText();
        String id = site.api()
                .send(register.method(), register.path(), example(register))
                .expect(201)
                .string("id");
        site.api()
                .post(
                        "/registrations/" + id + "/verification",
                        Map.of("pin", site.mail().pinFor(email)))
                .expect(200);
    }

    private Answer sendByANewcomer(OpenApiDocument.Operation operation) {
        String email = "newcomer." + UUID.randomUUID() + "@mail.example";
        String id = site.api()
                .post("/registrations", Someone.registration(site, email))
                .expect(201)
                .string("id");
        String body = filled(IN_BODY, example(operation), name -> site.mail().pinFor(email));
        return site.api().send(operation.method(), filled(IN_PATH, operation.path(), name -> id), body);
    }

    private String bodyValue(String name, Someone someone) {
        return switch (name) {
            case "card" -> someone.addCard("sandbox", "tok_visa");
            case "service" ->
                topUpThen(
                        someone,
                        site.api()
                                .get("/services")
                                .expect(200)
                                .json()
                                .at("/items/0/id")
                                .asText());
            case "person" -> topUpThen(someone, someone.id());
            case "transaction" -> creditFor(someone);
            case "textDigest" -> purpose().path("textDigest").asText();
            case "operatorPassword" -> Site.OPERATOR_PASSWORD;
            case "newEmailPin" -> pinOfANewEmail(someone);
            default -> throw new AssertionError("no story tells where <" + name + "> is from");
        };
    }

    private String pathValue(String name, OpenApiDocument.Operation operation, Someone someone) {
        if (name.equals("purpose")) {
            return purpose().path("purpose").asText();
        }
        if (operation.path().startsWith("/orders/{id}/")) {
            return orderThatWaits(someone);
        }
        if (operation.path().startsWith("/holds/{key}/")) {
            return "order-" + orderThatWaits(someone);
        }
        throw new AssertionError("no story tells where {" + name + "} is from");
    }

    private JsonNode purpose() {
        return site.api()
                .get("/collection-points/registration")
                .expect(200)
                .json()
                .at("/purposes/0");
    }

    private String orderThatWaits(Someone someone) {
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "100.00").expect(201);
        return someone.order(Someone.serviceDeliveredLater(site), 1).expect(201).string("id");
    }

    /** The example with the version that is in force here. */
    private String versionInForce(OpenApiDocument.Operation operation) {
        return example(operation).replaceAll("\\d+", Integer.toString(site.awaitPolicyVersion()));
    }

    private String creditFor(Someone someone) {
        return site.api()
                .operator()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/promotional-credits",
                        Map.of("person", someone.id(), "amount", Someone.usd("1.00"), "reason", "Welcome"))
                .expect(201)
                .string("transaction");
    }

    private String pinOfANewEmail(Someone someone) {
        String email = "moved." + UUID.randomUUID() + "@mail.example";
        someone.api().patch("/me", Map.of("email", email)).expect(200);
        return site.mail().pinFor(email);
    }

    private static String topUpThen(Someone someone, String value) {
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "10.00").expect(201);
        return value;
    }

    private static String example(OpenApiDocument.Operation operation) {
        return operation.example().orElseThrow().toString();
    }

    private static String filled(Pattern placeholder, String text, UnaryOperator<String> values) {
        return placeholder.matcher(text).replaceAll((MatchResult found) -> values.apply(found.group(1)));
    }
}
