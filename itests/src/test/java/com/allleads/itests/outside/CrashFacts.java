package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.Test;

/** A kill -9 in the middle of the work keeps everything that was acknowledged. */
public class CrashFacts {

    private final Site site = SiteRule.current();

    @Test
    public void keepsEverythingAcknowledgedThroughAKill() throws Exception {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");
        someone.topUp(card, "9.00").expect(201);
        String service =
                site.api().get("/services").expect(200).json().at("/items/0/id").asText();
        String order = someone.once()
                .post("/me/orders", Map.of("service", service, "quantity", 1))
                .expect(201)
                .string("id");
        String balance = someone.available();

        try (Payers payers = new Payers(site, "sandbox", "tok_visa").begin()) {
            payers.awaitAnswers(20);
            site.kill();
            site.start();
            payers.awaitAnswers(20);
            payers.settle();
            payers.audit(new Books(site.home().resolve("sandbox/charges.jsonl")));
        }

        assertThat(someone.available())
                .as("the token survives, the balance too")
                .isEqualTo(balance);
        assertThat(someone.api().get("/me/orders").expect(200).text()).contains(order);
        assertThat(site.api()
                        .operator()
                        .get("/ledger/verification")
                        .expect(200)
                        .json()
                        .path("valid")
                        .booleanValue())
                .isTrue();
    }
}
