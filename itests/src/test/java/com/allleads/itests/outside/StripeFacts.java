package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import com.allleads.payment.stripe.testing.DoubleCard;
import com.allleads.payment.stripe.testing.StripeDouble;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;

/** Cards of Stripe on a site, with a company in miniature that speaks Stripe's protocol in its place. */
public class StripeFacts {

    @ClassRule
    public static final StripeOnSite STRIPE = new StripeOnSite();

    private final Site site = SiteRule.current();

    @Test
    public void addsACardOnStripesPageAndChargesIt() throws Exception {
        Someone ada = Someone.signedIn(site);
        Answer begun = ada.once()
                .post("/me/card-setups", Map.of("processor", "stripe"))
                .expect(201);
        assertThat(state(ada, begun.string("id")).string("status")).isEqualTo("OPEN");

        URI back = URI.create(StripeDouble.addCard(URI.create(begun.string("address")), DoubleCard.CONFIRMED_ONCE)
                .orElseThrow());
        // The browser comes back without any session.
        assertThat(back.toString())
                .startsWith(site.address("/cards/return?setup=").toString());
        String page = back.getPath() + "?" + back.getQuery();
        Awaitility.await("the page says that the card is added")
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> site.api().page(page).expect(200).text().contains("Your card is added."));
        assertThat(site.api().page(page).text()).doesNotContain(DoubleCard.CONFIRMED_ONCE.last4());

        Answer done = state(ada, begun.string("id"));
        assertThat(done.string("status")).isEqualTo("DONE");
        assertThat(done.json().at("/card/last4").asText()).isEqualTo(DoubleCard.CONFIRMED_ONCE.last4());
        String card = done.json().at("/card/id").asText();
        assertThat(ada.topUp(card, "12.50").expect(201).string("status")).isEqualTo("SETTLED");
        assertThat(ada.available()).isEqualTo("12.50");
    }

    @Test
    public void doesNotLoseACardToAClosedBrowser() throws Exception {
        Someone ada = Someone.signedIn(site);
        Answer begun = ada.once()
                .post("/me/card-setups", Map.of("processor", "stripe"))
                .expect(201);
        StripeDouble.addCard(URI.create(begun.string("address")), DoubleCard.GOOD);

        Awaitility.await("the card is there though nobody came back")
                .atMost(40, TimeUnit.SECONDS)
                .until(() -> !ada.api()
                        .get("/me/cards")
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty());
    }

    @Test
    public void answersARepeatedSetUpAsTheFirst() {
        Someone ada = Someone.signedIn(site);
        Api once = ada.once();

        Answer first =
                once.post("/me/card-setups", Map.of("processor", "stripe")).expect(201);

        assertThat(once.post("/me/card-setups", Map.of("processor", "stripe"))
                        .expect(201)
                        .text())
                .isEqualTo(first.text());
        once.post("/me/card-setups", Map.of("processor", "sandbox")).expect(422);
        ada.once().post("/me/card-setups", Map.of("processor", "sandbox")).expect(422);
        ada.api()
                .post("/me/cards", Map.of("processor", "stripe", "token", "cus_a/pm_b"))
                .expect(422);
        Someone.signedIn(site)
                .api()
                .get("/me/card-setups/" + first.string("id"))
                .expect(404);
    }

    @Test
    public void saysWhyACardIsDeclined() throws Exception {
        Someone ada = Someone.signedIn(site);

        Answer declined = ada.topUp(card(ada, DoubleCard.INSUFFICIENT), "5.00").expect(201);
        assertThat(declined.string("status")).isEqualTo("DECLINED");
        assertThat(declined.string("reason")).contains("not enough money");

        Answer unconfirmed =
                ada.topUp(card(ada, DoubleCard.CONFIRMED_ALWAYS), "5.00").expect(201);
        assertThat(unconfirmed.string("status")).isEqualTo("DECLINED");
        assertThat(unconfirmed.string("reason")).contains("confirm this payment yourself");
        assertThat(ada.available()).isEqualTo("0.00");
    }

    @Test
    public void hearsBySignedWebhooksWhatBecameOfAPaymentAndOfAChargeback() throws Exception {
        Someone ada = Someone.signedIn(site);
        Answer pending = ada.topUp(card(ada, DoubleCard.PENDING), "7.00").expect(201);
        assertThat(pending.string("status")).isEqualTo("PENDING");
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> told("payment_intent.succeeded") == 204);
        ada.awaitTopUp(pending.string("id"), "SETTLED", 20);

        Answer disputed = ada.topUp(card(ada, DoubleCard.DISPUTED), "3.00").expect(201);
        assertThat(told("charge.dispute.funds_withdrawn")).isEqualTo(204);
        Awaitility.await("the chargeback is on the top-up")
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> ada.api()
                        .get("/me/top-ups/" + disputed.string("id"))
                        .expect(200)
                        .text()
                        .contains("\"chargedBack\":{\"amount\":\"3.00\""));
        assertThat(tell(STRIPE.company().events().get(0), "whsec_of_somebody_else"))
                .isEqualTo(400);
    }

    @Test
    public void givesBackByTheCard() throws Exception {
        Someone ada = Someone.signedIn(site);
        ada.topUp(card(ada, DoubleCard.GOOD), "10.00").expect(201);

        site.api()
                .operator()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/refunds", Map.of("person", ada.id(), "amount", Someone.usd("4.00"), "reason", "Asked for it"))
                .expect(201);

        Awaitility.await("the refund is at Stripe")
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> STRIPE.company().movements().stream()
                        .anyMatch(movement -> movement.toString().contains("GIVEN_BACK")
                                && movement.amount().getAmountMinorLong() == 400));
        assertThat(ada.available()).isEqualTo("6.00");
    }

    @Test
    public void saysHowCardsAreAddedAndNoSecretAnywhere() throws IOException {
        JsonNode items = site.api().get("/processors").expect(200).json().path("items");
        assertThat(items).anySatisfy(item -> {
            assertThat(item.path("name").asText()).isEqualTo("stripe");
            assertThat(item.path("cardsAddedBy").asText()).isEqualTo("REDIRECT");
        });
        String seen = site.console().run("config:list")
                + site.console().run("service:list com.allleads.spi.payment.CardProcessor")
                + Files.readString(site.home().resolve("data/log/karaf.log"));
        assertThat(seen).doesNotContain(StripeDouble.SECRET_KEY).doesNotContain(StripeDouble.WEBHOOK_SECRET);
    }

    private static String card(Someone someone, DoubleCard number) throws Exception {
        Answer begun = someone.once()
                .post("/me/card-setups", Map.of("processor", "stripe"))
                .expect(201);
        StripeDouble.addCard(URI.create(begun.string("address")), number);
        return state(someone, begun.string("id")).json().at("/card/id").asText();
    }

    private static Answer state(Someone someone, String setup) {
        return someone.api().get("/me/card-setups/" + setup).expect(200);
    }

    /** Sends the latest event of a type; its answer's status. */
    private int told(String type) {
        return STRIPE.company().events().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .reduce((one, other) -> other)
                .map(event -> tell(event, StripeDouble.WEBHOOK_SECRET))
                .orElse(0);
    }

    private int tell(JsonNode event, String secret) {
        StripeDouble.Webhook webhook = StripeDouble.webhook(event, secret, Instant.now());
        return site.api()
                .with("Stripe-Signature", webhook.signature())
                .send("POST", "/processors/stripe/callbacks", event.toString())
                .status();
    }
}
