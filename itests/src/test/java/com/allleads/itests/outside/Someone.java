package com.allleads.itests.outside;

import com.allleads.itests.outside.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A person who uses the site by REST: registered, verified and signed in. */
public final class Someone {

    public static final String PASSWORD = "correct horse battery staple";

    private final Site site;
    private final String email;
    private final String id;
    private String token;

    private Someone(Site site, String email, String id) {
        this.site = site;
        this.email = email;
        this.id = id;
    }

    /** Goes through registration, PIN and sign-in. */
    public static Someone signedIn(Site site) {
        String email = "ada." + UUID.randomUUID() + "@mail.example";
        Answer registered =
                site.api().post("/registrations", registration(site, email)).expect(201);
        Someone someone = new Someone(site, email, registered.string("id"));
        site.api()
                .post(
                        "/registrations/" + someone.id + "/verification",
                        Map.of("pin", site.mail().pinFor(email)))
                .expect(200);
        someone.signIn();
        return someone;
    }

    /** What a person enters into the form, who agrees to nothing optional. */
    static Map<String, Object> registration(Site site, String email) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (JsonNode offer : site.api()
                .get("/collection-points/registration")
                .expect(200)
                .json()
                .path("purposes")) {
            choices.add(Map.of(
                    "purpose", offer.path("purpose").asText(),
                    "granted", false,
                    "textDigest", offer.path("textDigest").asText()));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("email", email);
        form.put("password", PASSWORD);
        form.put("name", "Ada Lovelace");
        form.put("phone", "+14155550123");
        form.put(
                "address",
                Map.of(
                        "street", "12 St James's Square",
                        "city", "London",
                        "region", "Greater London",
                        "postalCode", "SW1Y 4JH",
                        "country", "GB"));
        form.put("replyBy", "email");
        form.put("choices", choices);
        return form;
    }

    void signIn() {
        token = site.api()
                .post("/sessions", Map.of("email", email, "password", PASSWORD, "remember", false))
                .expect(201)
                .string("token");
    }

    public Api api() {
        return site.api().bearer(token);
    }

    /** The API with a new idempotency key. */
    public Api once() {
        return api().with("Idempotency-Key", UUID.randomUUID().toString());
    }

    public String addCard(String processor, String cardToken) {
        return api().post("/me/cards", Map.of("processor", processor, "token", cardToken))
                .expect(201)
                .string("id");
    }

    public Answer topUp(String card, String amount) {
        return once().post("/me/top-ups", Map.of("card", card, "amount", usd(amount)));
    }

    public Answer order(String service, int quantity) {
        return once().post("/me/orders", Map.of("service", service, "quantity", quantity));
    }

    /** A service for sale that somebody delivers later. */
    static String serviceDeliveredLater(Site site) {
        for (JsonNode service : site.api().get("/services").expect(200).json().path("items")) {
            if (service.path("deliveryDays").isInt()) {
                return service.path("id").asText();
            }
        }
        throw new AssertionError("no service is delivered later");
    }

    /** Waits until a top-up has a status. */
    public void awaitTopUp(String topUp, String status, int seconds) {
        Awaitility.await("top-up " + status)
                .atMost(seconds, TimeUnit.SECONDS)
                .until(() -> api().get("/me/top-ups/" + topUp).expect(200).string("status"), status::equals);
    }

    public String available() {
        return balance("available");
    }

    /** What is set aside. */
    public String held() {
        return balance("held");
    }

    private String balance(String part) {
        return api().get("/me/balance")
                .expect(200)
                .json()
                .at("/" + part + "/amount")
                .asText();
    }

    static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    public String email() {
        return email;
    }

    public String id() {
        return id;
    }

    public String token() {
        return token;
    }
}
