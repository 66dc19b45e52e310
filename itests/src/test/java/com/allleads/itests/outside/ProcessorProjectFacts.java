package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Test;

/** What the archetype generates is built by the tests of its module; here it is used as it came out of that build. */
public class ProcessorProjectFacts {

    private static final String NAME = "acme";
    private static final String BUNDLE = "com.acme.payment";
    private static final Path PROJECT = Site.root()
            .resolve("archetypes/allleads-processor-archetype/target/test-classes/projects/basic/project/" + BUNDLE);

    private final Site site = SiteRule.current();

    @After
    public void leaveNothingBehind() throws IOException {
        site.console().run("allleads:processor-drain " + NAME);
        site.console().run("bundle:uninstall " + BUNDLE);
        awaitCurrencies(List.of());
        Files.deleteIfExists(site.home().resolve("etc/" + BUNDLE + ".cfg"));
    }

    @Test
    public void chargesACardOnTheRunningSite() throws IOException {
        drop(PROJECT.resolve("target/" + BUNDLE + "-1.0.0.kar"));
        awaitCurrencies(List.of("EUR", "USD"));
        assertThat(site.api().page("/privacy").text()).contains("Acme Payments, Inc.");

        Someone someone = Someone.signedIn(site);
        String good = someone.addCard(NAME, "trial_good");
        assertThat(someone.topUp(good, "4.00").expect(201).string("status")).isEqualTo("SETTLED");
        String declined = someone.addCard(NAME, "trial_declined");
        assertThat(someone.topUp(declined, "4.00").expect(201).string("status")).isEqualTo("DECLINED");
        assertThat(someone.available()).isEqualTo("4.00");
        assertThat(Files.readAllLines(site.home().resolve(NAME + "/book.txt")))
                .singleElement()
                .asString()
                .startsWith("taken ")
                .endsWith(" USD 4.00");

        configure("currencies = USD, EUR", "currencies = USD, dollars");
        Awaitility.await("the log names the key").atMost(60, TimeUnit.SECONDS).until(() -> log().contains(
                        BUNDLE + ".cfg: currencies must be"));
        assertThat(currencies()).containsExactly("EUR", "USD");
        configure(".callback.secret =", ".callback.secret = a secret only for tests");
        configure("currencies = USD, dollars", "currencies = USD, GBP");
        awaitCurrencies(List.of("GBP", "USD"));
        assertThat(someone.topUp(good, "3.00").expect(201).string("status")).isEqualTo("SETTLED");
        assertThat(someone.available()).isEqualTo("7.00");

        String pending = someone.addCard(NAME, "trial_pending");
        Api.Answer accepted = someone.topUp(pending, "2.00").expect(201);
        assertThat(accepted.string("status")).isEqualTo("PENDING");
        someone.awaitTopUp(accepted.string("id"), "SETTLED", 30);
        assertThat(log()).doesNotContain("The site was not told");
    }

    private void drop(Path kar) throws IOException {
        assertThat(kar).as("the archetype's module is built by ./mvnw verify").exists();
        Path deploy = site.home().resolve("deploy");
        Path arriving = deploy.resolve(NAME + ".kar.part");
        Files.copy(kar, arriving, StandardCopyOption.REPLACE_EXISTING);
        Files.move(arriving, deploy.resolve(NAME + ".kar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void configure(String from, String to) throws IOException {
        Path file = site.home().resolve("etc/" + BUNDLE + ".cfg");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private String log() throws IOException {
        return Files.readString(site.home().resolve("data/log/karaf.log"));
    }

    private List<String> currencies() {
        for (JsonNode processor :
                site.api().get("/processors").expect(200).json().path("items")) {
            if (processor.path("name").asText().equals(NAME)) {
                List<String> codes = new ArrayList<>();
                processor.path("currencies").forEach(code -> codes.add(code.asText()));
                return codes;
            }
        }
        return List.of();
    }

    private void awaitCurrencies(List<String> expected) {
        Awaitility.await("processor " + NAME + " charges " + expected)
                .atMost(90, TimeUnit.SECONDS)
                .until(() -> currencies().equals(expected));
    }
}
