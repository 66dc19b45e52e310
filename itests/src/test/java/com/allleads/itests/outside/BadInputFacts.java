package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;

/** Bad input gets a clear answer: a problem that names the field, and nothing stored. */
public class BadInputFacts {

    private final Site site = SiteRule.current();

    @Test
    public void namesEveryFieldOfARegistrationThatCannotBeAccepted() {
        refusesRegistrationWith("email", "not-an-address", "email");
        refusesRegistrationWith("email", "a@" + "b".repeat(300) + ".example", "email");
        refusesRegistrationWith("password", "short", "password");
        refusesRegistrationWith("name", "", "name");
        refusesRegistrationWith("name", "x".repeat(5_000), "name");
        refusesRegistrationWith("phone", "call me", "phone");
        refusesRegistrationWith("replyBy", "pigeon", "replyBy");
        refusesRegistrationWith("address", Map.of("street", "Somewhere 1"), "address.");
        refusesRegistrationWith(
                "choices",
                List.of(Map.of("purpose", "made-up", "granted", true, "textDigest", "sha-256:00")),
                "choices[0]");
    }

    @Test
    public void refusesWrongTypesAndUnknownMembersByName() {
        refusesRegistrationWith("name", 42, "name");
        refusesRegistrationWith("name", List.of("Ada"), "name");
        refusesRegistrationWith("choices", "none", "choices");
        refusesRegistrationWith("favouriteColour", "green", "favouriteColour");
    }

    @Test
    public void refusesMalformedJson() {
        Answer answer = site.api().send("POST", "/registrations", "{\"email\": \"ada@mail.example\", ");

        assertProblem(answer, 400);
        assertThat(answer.text()).doesNotContain("ada@mail.example").doesNotContain("Exception");
    }

    @Test
    public void refusesAMissingBody() {
        Answer answer = site.api().send("POST", "/sessions", null);

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    public void refusesWhatIsTooLarge() {
        assertProblem(site.api().send("POST", "/registrations", "{\"name\":\"" + "x".repeat(2_000_000) + "\"}"), 413);
    }

    @Test
    public void refusesOtherMediaTypes() {
        assertProblem(site.api().with("Content-Type", "text/plain").send("POST", "/registrations", "email=ada"), 415);
    }

    @Test
    public void answersUnknownPathsAndMethodsWithProblems() {
        assertProblem(site.api().get("/nothing/here"), 404);
        assertProblem(site.api().get("/promises/made.up"), 404);
        assertProblem(site.api().get("/collection-points/made-up"), 404);
        assertProblem(site.api().delete("/promises"), 405);
        assertProblem(site.api().get("/me"), 401);
        assertProblem(site.api().bearer("made-up-token").get("/me/balance"), 401);
    }

    @Test
    public void acceptsAPinOnceAndOnlyTheRightOne() {
        String email = "eve." + UUID.randomUUID() + "@mail.example";
        String id = site.api()
                .post("/registrations", Someone.registration(site, email))
                .expect(201)
                .string("id");
        String pin = site.mail().pinFor(email);
        String wrong = pin.equals("123456") ? "654321" : "123456";

        Answer refused = site.api().post("/registrations/" + id + "/verification", Map.of("pin", wrong));
        assertProblem(refused, 422);
        assertThat(refused.text()).contains("pin");
        assertProblem(
                site.api().post("/registrations/" + StoryFacts.nobody() + "/verification", Map.of("pin", pin)), 422);
        site.api()
                .post("/registrations/" + id + "/verification", Map.of("pin", pin))
                .expect(200);
        assertProblem(site.api().post("/registrations/" + id + "/verification", Map.of("pin", pin)), 422);
    }

    @Test
    public void locksAfterAFewWrongPins() {
        String email = "mallory." + UUID.randomUUID() + "@mail.example";
        String id = site.api()
                .post("/registrations", Someone.registration(site, email))
                .expect(201)
                .string("id");
        String pin = site.mail().pinFor(email);
        for (int i = 0; i < 5; i++) {
            String wrong = String.format("%06d", (Integer.parseInt(pin) + 1 + i) % 1_000_000);
            assertThat(site.api()
                            .post("/registrations/" + id + "/verification", Map.of("pin", wrong))
                            .status())
                    .isIn(422, 429);
        }

        assertThat(site.api()
                        .post("/registrations/" + id + "/verification", Map.of("pin", pin))
                        .status())
                .isIn(422, 423, 429);
    }

    @Test
    public void refusesAmountsThatAreNoAmounts() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");

        refusesTopUp(someone, card, Map.of("amount", "10.001", "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", "-10.00", "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", "0.00", "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", "0.99", "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", "10.00", "currency", "EUR"));
        refusesTopUp(someone, card, Map.of("amount", "10.00", "currency", "XXY"));
        refusesTopUp(someone, card, Map.of("amount", "1e3", "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", "ten", "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", 10, "currency", "USD"));
        refusesTopUp(someone, card, Map.of("amount", "9".repeat(40), "currency", "USD"));
        refusesTopUp(someone, card, "10.00");
        assertThat(someone.api().get("/me/top-ups").expect(200).json().path("items"))
                .isEmpty();
        assertThat(someone.available()).isEqualTo("0.00");
    }

    @Test
    public void needsAnIdempotencyKeyWhereMoneyMoves() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");

        Answer topUp = someone.api().post("/me/top-ups", Map.of("card", card, "amount", Someone.usd("5.00")));
        assertProblem(topUp, 400);
        assertThat(topUp.text()).contains("Idempotency-Key");
        assertProblem(someone.api().post("/me/orders", Map.of("service", "any", "quantity", 1)), 400);
    }

    @Test
    public void refusesUnknownTokensProcessorsServicesAndQuantities() {
        Someone someone = Someone.signedIn(site);
        JsonNode service = site.api().get("/services").expect(200).json().at("/items/0");
        String id = service.path("id").asText();

        assertNames(someone.api().post("/me/cards", Map.of("processor", "sandbox", "token", "tok_made_up")), "token");
        assertNames(someone.api().post("/me/cards", Map.of("processor", "made-up", "token", "tok_visa")), "processor");
        assertNames(someone.once().post("/me/orders", Map.of("service", "made-up", "quantity", 1)), "service");
        assertNames(someone.once().post("/me/orders", Map.of("service", "made\0up", "quantity", 1)), "service");
        assertNames(someone.once().post("/me/orders", Map.of("service", id, "quantity", 0)), "quantity");
        assertNames(someone.once().post("/me/orders", Map.of("service", id, "quantity", -1)), "quantity");
        assertNames(someone.once().post("/me/orders", Map.of("service", id, "quantity", 1_000_001)), "quantity");
        assertNames(someone.once().post("/me/orders", Map.of("service", id, "quantity", "two")), "quantity");
    }

    @Test
    public void hidesWhatBelongsToSomebodyElse() {
        Someone owner = Someone.signedIn(site);
        String card = owner.addCard("sandbox", "tok_visa");
        String topUp = owner.topUp(card, "5.00").expect(201).string("id");
        Someone other = Someone.signedIn(site);

        assertProblem(other.api().get("/me/top-ups/" + topUp), 404);
        assertThat(other.topUp(card, "5.00").status()).isIn(404, 422);
        assertThat(other.available()).isEqualTo("0.00");
        assertThat(owner.available()).isEqualTo("5.00");
    }

    @Test
    public void refusesPagingThatMakesNoSense() {
        Someone someone = Someone.signedIn(site);

        assertNames(someone.api().get("/me/statement?limit=0"), "limit");
        assertNames(someone.api().get("/me/statement?limit=many"), "limit");
        assertNames(someone.api().get("/me/statement?cursor=made-up"), "cursor");
    }

    private void refusesRegistrationWith(String member, Object value, String named) {
        String email = "bad." + UUID.randomUUID() + "@mail.example";
        Map<String, Object> form = new LinkedHashMap<>(Someone.registration(site, email));
        form.put(member, value);

        assertNames(site.api().post("/registrations", form), named);
        assertThat(site.api()
                        .operator()
                        .post("/people/search", Map.of("email", email))
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static void refusesTopUp(Someone someone, String card, Object amount) {
        assertNames(someone.once().post("/me/top-ups", Map.of("card", card, "amount", amount)), "amount");
    }

    private static void assertNames(Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isIn(400, 404, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .as(answer.text())
                .anyMatch(name -> name.startsWith(field));
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isNotBlank();
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
