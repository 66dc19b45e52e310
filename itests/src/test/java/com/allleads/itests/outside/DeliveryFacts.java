package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.Test;

/** Services that an operator delivers later, and whose price is set aside until then. */
public class DeliveryFacts {

    private final Site site = SiteRule.current();
    private final String service = Someone.serviceDeliveredLater(site);

    @Test
    public void paysWhatWasDeliveredAndTellsThePerson() {
        Someone someone = withMoney();
        Api same = someone.once();
        Map<String, Object> order = Map.of("service", service, "quantity", 2);
        Answer ordered = same.post("/me/orders", order).expect(201);
        String id = ordered.string("id");
        assertThat(ordered.string("status")).isEqualTo("ORDERED");
        assertThat(someone.held()).isEqualTo("29.80");
        assertThat(someone.available()).isEqualTo("70.20");
        assertThat(waiting()).contains(id);

        Api operator = site.api().operator();
        operator.post("/orders/" + id + "/delivery", Map.of("quantity", 3)).expect(422);
        Answer delivered = operator.post("/orders/" + id + "/delivery", Map.of("quantity", 1))
                .expect(200);
        assertThat(delivered.string("status")).isEqualTo("DELIVERED");
        operator.post("/orders/" + id + "/delivery", Map.of("quantity", 1)).expect(200);
        operator.post("/orders/" + id + "/cancellation", Map.of("reason", "Too late"))
                .expect(409);

        assertThat(someone.held()).isEqualTo("0.00");
        assertThat(someone.available()).isEqualTo("85.10");
        assertThat(same.post("/me/orders", order).expect(201).json()).isEqualTo(ordered.json());
        assertThat(waiting()).doesNotContain(id);
        assertThat(someone.api().get("/me/data").expect(200).text()).contains(id, "DELIVERED");
        awaitMail(someone, "Paid from what was set aside on your balance: USD 14.90");
    }

    @Test
    public void letsThePersonCancelWhatWaits() {
        Someone someone = withMoney();
        String id = someone.order(service, 1).expect(201).string("id");

        Answer cancelled = someone.api()
                .send("POST", "/me/orders/" + id + "/cancellation", "")
                .expect(200);

        assertThat(cancelled.string("status")).isEqualTo("CANCELLED");
        assertThat(someone.available()).isEqualTo("100.00");
        assertThat(someone.held()).isEqualTo("0.00");
        site.api()
                .operator()
                .post("/orders/" + id + "/delivery", Map.of("quantity", 1))
                .expect(409);
    }

    @Test
    public void refusesWhatTheBalanceDoesNotSufficeFor() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "1.00").expect(201);

        someone.order(service, 1).expect(402);

        assertThat(someone.available()).isEqualTo("1.00");
        assertThat(someone.api().get("/me/orders").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    public void theConsoleDeliversAndCancels() {
        Someone someone = withMoney();
        String one = someone.order(service, 2).expect(201).string("id");
        String other = someone.order(service, 1).expect(201).string("id");

        assertThat(site.console().json("allleads:orders --status ORDERED").findValuesAsText("id"))
                .contains(one, other);
        assertThat(site.console().run("allleads:order-deliver " + one + " 3")).contains("QUANTITY");
        assertThat(site.console().run("allleads:order-deliver " + one + " 2")).contains("DELIVERED");
        assertThat(site.console().run("allleads:order-cancel --json " + other + " 'No expert was found'"))
                .contains("\"status\":\"CANCELLED\"");
        assertThat(someone.available()).isEqualTo("70.20");
        awaitMail(someone, "No expert was found");
    }

    @Test
    public void cancelsWhatWaitsForSomebodyWhoLeaves() {
        Someone someone = withMoney();
        String id = someone.order(service, 1).expect(201).string("id");

        someone.api()
                .post("/me/deactivation", Map.of("password", Someone.PASSWORD))
                .expect(200);

        Awaitility.await("the order is cancelled")
                .atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> site.api()
                                .operator()
                                .get("/orders/" + id)
                                .expect(200)
                                .string("status"),
                        "CANCELLED"::equals);
        assertThat(site.console().json("allleads:ledger-verify").toString()).contains("true");
    }

    private Someone withMoney() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "100.00").expect(201);
        return someone;
    }

    private String waiting() {
        return site.api().operator().get("/orders?status=ORDERED").expect(200).text();
    }

    private void awaitMail(Someone someone, String says) {
        Awaitility.await("a mail that says: " + says)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> site.mail().textsTo(someone.email()).stream().anyMatch(text -> text.contains(says)));
    }
}
