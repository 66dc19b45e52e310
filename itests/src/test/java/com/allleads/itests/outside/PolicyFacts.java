package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Receipts that anybody verifies, and versions of the policy that people are told of and accept. */
public class PolicyFacts {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Site site = SiteRule.current();
    private final Someone someone = Someone.signedIn(site);

    @Test
    public void aReceiptIsVerifiedOfflineByTheToolOfTheRepository() throws Exception {
        site.awaitPolicyVersion();
        JsonNode news = choice("news");
        someone.api()
                .send(
                        "PUT",
                        "/me/choices/news",
                        "{\"granted\": false, \"textDigest\": \""
                                + news.path("textDigest").asText() + "\"}")
                .expect(200);
        JsonNode receipt = someone.api()
                .get("/me/receipts/" + choice("news").path("receipt").asText())
                .expect(200)
                .json();
        assertThat(receipt.at("/receipt/schema_version").asText()).isEqualTo("ISO/IEC TS 27560:2023");
        assertThat(receipt.at("/receipt/privacy_notice/policy_version").asInt()).isPositive();

        Path told = folder.newFile().toPath();
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Site.root().resolve("tools/VerifyReceipt.java").toString(),
                        file(receipt.toString()),
                        file(site.api().get("/keys").expect(200).json().toString()))
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(told)).contains("said NO to \"news\"", "The signature is right");
        assertThat(code).isZero();
    }

    @Test
    public void everybodyIsToldOfANewVersionAndAcceptsIt() throws IOException {
        int first = site.awaitPolicyVersion();
        String words =
                site.console().run("allleads:policy-words --json").replace("sells prepaid services", "sells services");

        assertThat(site.console().run("allleads:policy-diff --words " + file(words)))
                .contains("[-prepaid -]");
        String printed =
                site.console().run("allleads:policy-publish --json --yes --words " + file(words) + " 'Fewer words.'");
        JsonNode published = new ObjectMapper().readTree(printed);

        int number = published.at("/0/number").asInt();
        assertThat(number).isEqualTo(first + 1);
        assertThat(site.api()
                        .get("/policy/versions/" + number + "/diff")
                        .expect(200)
                        .json()
                        .at("/sections/0/id")
                        .asText())
                .isEqualTo("about");
        Awaitility.await("the announcement")
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> site.mail().textsTo(someone.email()).stream()
                        .anyMatch(text -> text.contains("/privacy/versions?number=" + number)));
        someone.api().post("/me/policy-acceptances", Map.of("version", first)).expect(422);
        someone.api().post("/me/policy-acceptances", Map.of("version", number)).expect(201);
        Awaitility.await("the promise")
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> site.api()
                                .get("/promises/policy.changes")
                                .expect(200)
                                .string("state"),
                        "KEPT"::equals);
    }

    private JsonNode choice(String purpose) {
        for (JsonNode item : someone.api().get("/me/choices").expect(200).json().path("items")) {
            if (item.path("purpose").asText().equals(purpose)) {
                return item;
            }
        }
        throw new AssertionError("no choice " + purpose);
    }

    private String file(String content) throws IOException {
        Path file = folder.newFile().toPath();
        Files.writeString(file, new ObjectMapper().readTree(content).toString());
        return file.toString();
    }
}
