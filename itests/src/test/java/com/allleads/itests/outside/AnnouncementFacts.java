package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.Test;

/** What concerns the service reaches everybody with an active account, and nobody who left. */
public class AnnouncementFacts {

    private final Site site = SiteRule.current();

    @Test
    public void anAnnouncementReachesWhoeverIsActiveAndNobodyWhoLeft() throws IOException {
        Someone there = Someone.signedIn(site);
        Someone gone = Someone.signedIn(site);
        gone.api()
                .post("/me/deactivation", Map.of("password", Someone.PASSWORD))
                .expect(200);
        String what = "Maintenance " + UUID.randomUUID();

        String printed = site.console()
                .run("allleads:announce --json --service-only --subject-en '" + what
                        + "' --text-en 'We are away tonight.' --subject-es 'Mantenimiento'"
                        + " --text-es 'Esta noche no estaremos.' 'A fact'");
        int number = new ObjectMapper().readTree(printed).at("/0/number").asInt();

        assertThat(number).isPositive();
        String mail = Awaitility.await("the announcement")
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> announced(there), texts -> !texts.isEmpty())
                .get(0);
        assertThat(mail).contains("concerns the service itself", "you cannot opt out of it", "/account/deactivation");
        JsonNode sent = Awaitility.await("everybody has it")
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> listed(number), row -> row.path("complete").asBoolean());
        assertThat(sent.path("delivered").asLong()).isPositive();
        assertThat(announced(there)).hasSize(1);
        assertThat(announced(gone)).isEmpty();
        JsonNode promise = Awaitility.await("the promise")
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> site.api()
                                .get("/promises/messages.service")
                                .expect(200)
                                .json(),
                        report -> report.at("/evidence/announcements").asInt() >= number
                                && report.at("/evidence/announcementsUnderWay").asInt() == 0);
        assertThat(promise.path("state").asText()).as(promise.toString()).isEqualTo("KEPT");
        assertThat(promise.at("/evidence/accountsLookedAt").asLong()).isPositive();
        assertThat(promise.at("/evidence/messagesDelivered").asLong()).isPositive();
    }

    @Test
    public void whatIsNotStatedToConcernTheServiceIsNotAnnounced() {
        String what = "Offers " + UUID.randomUUID();

        assertThat(site.console()
                        .run("allleads:announce --subject-en '" + what + "' --text-en 'Buy now.' --subject-es '!'"
                                + " 'A fact'"))
                .contains(
                        "--service-only must be stated",
                        "--subject-es must say something in words",
                        "--text-es is required");

        assertThat(site.console().run("allleads:announcements")).doesNotContain(what);
    }

    private List<String> announced(Someone someone) {
        return site.mail().textsTo(someone.email()).stream()
                .filter(text -> text.contains("We are away tonight."))
                .toList();
    }

    private JsonNode listed(int number) {
        for (JsonNode row : site.console().json("allleads:announcements")) {
            if (row.path("number").asInt() == number) {
                return row;
            }
        }
        throw new AssertionError("announcement " + number + " is not listed");
    }
}
