package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.Test;

/** What a person does with the site, by REST. */
public class StoryFacts {

    private final Site site = SiteRule.current();

    // ---- registration

    @Test
    public void statesForEachFieldWhatItIsForAndOffersNothingTicked() {
        JsonNode point =
                site.api().get("/collection-points/registration").expect(200).json();

        assertThat(point.path("fields")).isNotEmpty().allSatisfy(field -> {
            assertThat(field.path("name").asText()).isNotBlank();
            assertThat(field.path("use").asText()).isNotBlank();
            assertThat(field.path("required").isBoolean()).isTrue();
        });
        assertThat(point.path("purposes")).isNotEmpty().allSatisfy(purpose -> {
            assertThat(purpose.path("text").asText()).isNotBlank();
            assertThat(purpose.path("textDigest").asText()).isNotBlank();
            assertThat(purpose.path("preselected").booleanValue()).isFalse();
        });
    }

    @Test
    public void registersVerifiesAndSignsIn() {
        Someone someone = Someone.signedIn(site);

        JsonNode me = someone.api().get("/me").expect(200).json();
        assertThat(me.path("status").asText()).isEqualToIgnoringCase("active");
        assertThat(me.path("email").asText()).isEqualTo(someone.email());
        assertThat(me.at("/address/postalCode").asText()).isEqualTo("SW1Y 4JH");
    }

    @Test
    public void answersAlikeForAnEmailThatIsRegistered() {
        Someone someone = Someone.signedIn(site);

        Answer again = site.api()
                .post("/registrations", Someone.registration(site, someone.email()))
                .expect(201);

        assertThat(again.string("status")).isEqualTo("unverified");
        assertThat(again.string("id")).isNotEqualTo(someone.id());
        assertThat(fieldNames(again.json())).containsExactlyInAnyOrder("id", "status");
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> site.mail().textsTo(someone.email()).size() >= 2);
    }

    @Test
    public void signsInOnlyWithTheRightPasswordAndSaysNoMore() {
        Someone someone = Someone.signedIn(site);

        Answer wrong = site.api()
                .post("/sessions", Map.of("email", someone.email(), "password", "not the password", "remember", false))
                .expect(401);
        Answer unknown = site.api()
                .post(
                        "/sessions",
                        Map.of("email", "nobody@mail.example", "password", "not the password", "remember", false))
                .expect(401);

        assertThat(unknown.json().path("type")).isEqualTo(wrong.json().path("type"));
        assertThat(unknown.json().path("title")).isEqualTo(wrong.json().path("title"));
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    }

    @Test
    public void keepsThePersonSignedInByCookieAndMarksIt() {
        Someone someone = Someone.signedIn(site);

        Answer session = site.api()
                .post("/sessions", Map.of("email", someone.email(), "password", Someone.PASSWORD, "remember", false))
                .expect(201);
        String cookie = session.response().headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie)
                .contains("HttpOnly")
                .contains("SameSite")
                .doesNotContain("Max-Age")
                .doesNotContain("Expires");
        Api byCookie = site.api().with("Cookie", cookie.split(";", 2)[0]);
        byCookie.get("/me").expect(200);
        byCookie.with("Origin", "https://elsewhere.example")
                .post("/me/deactivation", Map.of("password", Someone.PASSWORD))
                .expect(403);
    }

    // ---- money

    @Test
    public void settlesATopUpAndShowsItInTheBalance() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");

        assertThat(someone.topUp(card, "12.50").expect(201).string("status")).isEqualTo("SETTLED");

        assertThat(someone.available()).isEqualTo("12.50");
    }

    @Test
    public void declinesWithoutTakingMoney() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_declined");

        assertThat(someone.topUp(card, "5.00").expect(201).string("status")).isEqualTo("DECLINED");

        assertThat(someone.available()).isEqualTo("0.00");
    }

    @Test
    public void settlesASlowCardWithinTheAnswer() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_slow");

        assertThat(someone.topUp(card, "5.00").expect(201).string("status")).isEqualTo("SETTLED");
    }

    @Test
    public void settlesAPendingTopUpByCallBack() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_pending");

        Answer pending = someone.topUp(card, "5.00").expect(201);

        assertThat(pending.string("status")).isEqualTo("PENDING");
        assertThat(someone.available()).isEqualTo("0.00");
        someone.awaitTopUp(pending.string("id"), "SETTLED", 20);
        assertThat(someone.available()).isEqualTo("5.00");
    }

    @Test
    public void takesFromTheBalanceWhatTheBankTookBack() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_charged_back");

        Answer settled = someone.topUp(card, "5.00").expect(201);

        assertThat(settled.string("status")).isEqualTo("SETTLED");
        Awaitility.await("the bank takes it back").atMost(20, TimeUnit.SECONDS).until(() -> someone.available()
                .equals("0.00"));
        assertThat(someone.api()
                        .get("/me/top-ups/" + settled.string("id"))
                        .expect(200)
                        .json()
                        .at("/chargedBack/amount")
                        .asText())
                .isEqualTo("5.00");
    }

    @Test
    public void keepsTheCardsNamedForWhenAnotherOneCannotBeCharged() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");

        someone.api().put("/me/fallback-cards", Map.of("cards", List.of(card))).expect(200);

        assertThat(someone.api()
                        .get("/me/fallback-cards")
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(card);
        someone.api()
                .put("/me/fallback-cards", Map.of("cards", List.of("none")))
                .expect(422);
    }

    @Test
    public void callsATimeOutUnknownUntilTheProcessorTells() {
        Someone someone = Someone.signedIn(site);
        String charged = someone.addCard("sandbox", "tok_timeout");
        String lost = someone.addCard("sandbox", "tok_lost");

        Answer timeOut = someone.topUp(charged, "5.00").expect(201);
        Answer neverArrived = someone.topUp(lost, "7.00").expect(201);

        assertThat(timeOut.string("status")).isEqualTo("UNKNOWN");
        assertThat(neverArrived.string("status")).isEqualTo("UNKNOWN");
        someone.awaitTopUp(timeOut.string("id"), "SETTLED", 60);
        someone.awaitTopUp(neverArrived.string("id"), "NOT_ATTEMPTED", 60);
        assertThat(someone.available()).isEqualTo("5.00");
    }

    @Test
    public void answersARepeatedTopUpWithTheFirstAnswerAndChargesOnce() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");
        Api same = someone.once();
        Map<String, Object> body = Map.of("card", card, "amount", Someone.usd("3.00"));

        Answer first = same.post("/me/top-ups", body).expect(201);
        Answer second = same.post("/me/top-ups", body).expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(someone.available()).isEqualTo("3.00");
        same.post("/me/top-ups", Map.of("card", card, "amount", Someone.usd("4.00")))
                .expect(422);
        assertThat(someone.available()).isEqualTo("3.00");
    }

    @Test
    public void chargesAnOrderNeverBelowZero() {
        Someone someone = Someone.signedIn(site);
        JsonNode service = site.api().get("/services").expect(200).json().at("/items/0");
        String price = service.at("/price/amount").asText();
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "10.00").expect(201);
        Map<String, Object> order = Map.of("service", service.path("id").asText(), "quantity", 1);

        Answer ordered = someone.once().post("/me/orders", order).expect(201);
        Answer tooMuch = someone.once()
                .post("/me/orders", Map.of("service", service.path("id").asText(), "quantity", 1_000_000))
                .expect(402);

        assertThat(ordered.string("id")).isNotBlank();
        assertThat(tooMuch.contentType()).startsWith("application/problem+json");
        assertThat(new BigDecimal(someone.available()))
                .isEqualByComparingTo(new BigDecimal("10.00").subtract(new BigDecimal(price)));
    }

    @Test
    public void repeatsARefusedOrderWithTheFirstAnswer() {
        Someone someone = Someone.signedIn(site);
        String service =
                site.api().get("/services").expect(200).json().at("/items/0/id").asText();
        Map<String, Object> order = Map.of("service", service, "quantity", 1);
        Api same = someone.once();

        Answer refused = same.post("/me/orders", order).expect(402);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "10.00").expect(201);

        assertThat(same.post("/me/orders", order).expect(402).json()).isEqualTo(refused.json());
        assertThat(someone.available()).isEqualTo("10.00");
    }

    @Test
    public void listsEveryEntryWithARunningBalanceOldestFirst() {
        Someone someone = Someone.signedIn(site);
        String service =
                site.api().get("/services").expect(200).json().at("/items/0/id").asText();
        String card = someone.addCard("sandbox", "tok_visa");
        someone.topUp(card, "10.00").expect(201);
        someone.topUp(card, "1.00").expect(201);
        someone.once()
                .post("/me/orders", Map.of("service", service, "quantity", 1))
                .expect(201);

        List<String> balances = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = someone.api()
                    .get("/me/statement?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(item -> balances.add(item.at("/balance/amount").asText()));
            next = page.path("next").asText("");
        } while (!next.isEmpty() && !"null".equals(next));

        assertThat(balances).hasSize(3).startsWith("10.00", "11.00").endsWith(someone.available());
    }

    @Test
    public void verifiesItsLedger() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "2.00").expect(201);

        JsonNode verification =
                site.api().operator().get("/ledger/verification").expect(200).json();

        assertThat(verification.path("valid").booleanValue()).isTrue();
        assertThat(verification.path("entries").asLong()).isPositive();
        someone.api().get("/ledger/verification").expect(403);
        site.api().get("/ledger/verification").expect(401);
    }

    // ---- what is held

    @Test
    public void correctsWhatIsHeldAndShowsItAsEntered() {
        Someone someone = Someone.signedIn(site);

        someone.api()
                .patch("/me", Map.of("name", "Augusta Ada King, \u017b\u00f3\u0142w", "phone", "+14155550199"))
                .expect(200);

        JsonNode me = someone.api().get("/me").expect(200).json();
        assertThat(me.path("name").asText()).isEqualTo("Augusta Ada King, \u017b\u00f3\u0142w");
        assertThat(me.path("phone").asText()).isEqualTo("+14155550199");
        assertThat(me.at("/address/city").asText()).isEqualTo("London");
    }

    @Test
    public void showsWhoUsedWhichFieldForWhatPurpose() {
        Someone someone = Someone.signedIn(site);
        someone.api().get("/me").expect(200);

        JsonNode uses = someone.api().get("/me/uses").expect(200).json().path("items");

        assertThat(uses).isNotEmpty().allSatisfy(use -> {
            assertThat(use.path("fields")).isNotEmpty();
            assertThat(use.path("purpose").asText()).isNotBlank();
            assertThat(use.at("/recipient/name").asText()).isNotBlank();
            assertThat(use.path("at").asText()).endsWith("Z");
        });
        assertThat(uses.findValuesAsText("purpose")).contains("account", "rights");
    }

    @Test
    public void exportsWhatEveryCapabilityHolds() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "2.00").expect(201);

        JsonNode data = someone.api().get("/me/data").expect(200).json();

        assertThat(data.toString()).contains(someone.email(), "Ada Lovelace", "2.00");
        assertThat(fieldNames(data)).contains("billing", "consent", "registration");
    }

    @Test
    public void givesReceiptsForChoicesThatVerifyOffline() throws Exception {
        Someone someone = Someone.signedIn(site);
        JsonNode offer = site.api()
                .get("/collection-points/registration")
                .expect(200)
                .json()
                .at("/purposes/0");
        String purpose = offer.path("purpose").asText();

        someone.api()
                .put(
                        "/me/choices/" + purpose,
                        Map.of(
                                "granted",
                                true,
                                "textDigest",
                                offer.path("textDigest").asText()))
                .expect(200);
        JsonNode choice = choice(someone, purpose);
        assertThat(choice.path("granted").booleanValue()).isTrue();
        String jws = someone.api()
                .get("/me/receipts/" + choice.path("receipt").asText())
                .expect(200)
                .string("jws");

        assertThat(verifies(jws, site.api().get("/keys").expect(200).json())).isTrue();
        assertThat(verifies(tampered(jws), site.api().get("/keys").expect(200).json()))
                .isFalse();
    }

    @Test
    public void refusesAChoiceAboutATextThatIsNotTheOneShown() {
        Someone someone = Someone.signedIn(site);
        String purpose = site.api()
                .get("/collection-points/registration")
                .expect(200)
                .json()
                .at("/purposes/0/purpose")
                .asText();

        Answer refused = someone.api()
                .put("/me/choices/" + purpose, Map.of("granted", true, "textDigest", "sha-256:" + "0".repeat(64)))
                .expect(422);

        assertThat(refused.text()).contains("textDigest");
        assertThat(choice(someone, purpose).path("granted").booleanValue()).isFalse();
    }

    @Test
    public void shutsTheDoorAfterDeactivation() {
        Someone someone = Someone.signedIn(site);

        someone.api()
                .post("/me/deactivation", Map.of("password", "not the password"))
                .expect(422);
        someone.api()
                .post("/me/deactivation", Map.of("password", Someone.PASSWORD))
                .expect(200);

        someone.api().get("/me").expect(401);
        site.api()
                .post("/sessions", Map.of("email", someone.email(), "password", Someone.PASSWORD, "remember", false))
                .expect(401);
    }

    @Test
    public void leavesNothingReadableAfterErasure() {
        Someone someone = Someone.signedIn(site);

        JsonNode certificate = someone.api()
                .post("/me/erasure", Map.of("password", Someone.PASSWORD))
                .expect(200)
                .json();

        assertThat(certificate.toString()).contains(someone.id()).doesNotContain(someone.email());
        someone.api().get("/me").expect(401);
        assertThat(site.api()
                        .operator()
                        .post("/people/search", Map.of("email", someone.email()))
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    // ---- what the platform says of itself

    @Test
    public void answersForEveryPromise() {
        JsonNode promises = site.api().get("/promises").expect(200).json().path("items");

        assertThat(promises).hasSize(40);
        Map<String, String> states = new HashMap<>();
        promises.forEach(promise ->
                states.put(promise.path("id").asText(), promise.path("state").asText()));
        assertThat(states.values()).as("promises: %s", promises).doesNotContain("BROKEN");
        assertThat(states)
                .containsEntry("collection.points", "KEPT")
                .containsEntry("registration.required", "KEPT")
                .containsEntry("registration.use", "KEPT")
                .containsEntry("messages.welcome", "KEPT")
                .containsEntry("choice.opt-in", "KEPT")
                .containsEntry("choice.outside-parties", "KEPT")
                .containsEntry("processors.bound", "KEPT")
                .containsEntry("security.alteration", "KEPT")
                .containsEntry("logs.unlinked", "UNPROVEN");
    }

    @Test
    public void namesEveryOutsideParty() {
        JsonNode parties = site.api().get("/outside-parties").expect(200).json().path("items");

        assertThat(parties.findValuesAsText("name")).contains("sandbox");
        assertThat(parties).allSatisfy(party -> {
            assertThat(party.path("receives")).isNotEmpty();
            assertThat(party.path("retains").asText()).isNotBlank();
            assertThat(party.path("policy").asText()).startsWith("http");
        });
    }

    @Test
    public void describesItsApiAsInstalled() {
        JsonNode document = site.api().get("/openapi.json").expect(200).json();

        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/api/v1");
        assertThat(fieldNames(document.path("paths")))
                .contains("/me/top-ups", "/me/orders", "/promises", "/registrations");
    }

    @Test
    public void servesPagesToPeople() {
        for (String path : List.of("/", "/register", "/sign-in", "/privacy")) {
            Answer page = site.api().page(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
        }
        assertThat(site.api().page("/.well-known/gpc.json").json().path("gpc").booleanValue())
                .isTrue();
    }

    private static JsonNode choice(Someone someone, String purpose) {
        for (JsonNode item : someone.api().get("/me/choices").expect(200).json().path("items")) {
            if (item.path("purpose").asText().equals(purpose)) {
                return item;
            }
        }
        throw new AssertionError("no choice about " + purpose);
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String tampered(String jws) {
        String[] parts = jws.split("\\.", -1);
        byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
        payload[payload.length / 2] ^= 1;
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload) + "." + parts[2];
    }

    /** Verifies a compact JWS by the published key alone, as a person would at home (RFC 7515, RFC 8037). */
    private static boolean verifies(String jws, JsonNode keys) throws Exception {
        byte[] x = Base64.getUrlDecoder().decode(keys.at("/keys/0/x").asText());
        boolean odd = (x[31] & 0x80) != 0;
        x[31] &= 0x7f;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = x[31 - i];
        }
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        int end = jws.lastIndexOf('.');
        signature.update(jws.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(jws.substring(end + 1)));
    }

    /** An id that nobody has. */
    static String nobody() {
        return UUID.randomUUID().toString();
    }
}
