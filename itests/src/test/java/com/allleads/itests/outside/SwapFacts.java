package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.Test;

/** An operator puts another processor in the place of one while people pay. */
public class SwapFacts {

    private static final String SANDBOX = "com.allleads.payment.sandbox";

    private final Site site = SiteRule.current();

    @Test
    public void drainsOneUninstallsItAndInstallsAnotherByKar() throws Exception {
        try (Payers payers = new Payers(site, "sandbox", "tok_visa").begin()) {
            payers.awaitAnswers(10);
            site.console().run("allleads:processor-drain sandbox");
            payers.awaitAnswers(8);
            site.console().run("bundle:uninstall " + SANDBOX);
            awaitProcessor("sandbox", false);
            assertThat(site.api().get("/outside-parties").expect(200).text()).doesNotContain("\"sandbox\"");
            assertThat(site.api().page("/privacy").text()).doesNotContain("tok_visa");

            dropKar();
            awaitProcessor("example", true);
            assertThat(site.api().get("/outside-parties").expect(200).text()).contains("\"example\"");
            Someone someone = Someone.signedIn(site);
            String card = someone.addCard("example", "ex_ok");
            assertThat(someone.topUp(card, "4.00").expect(201).string("status")).isEqualTo("SETTLED");
            assertThat(someone.available()).isEqualTo("4.00");
            // What was taken away does not come back with what is installed next.
            assertThat(site.console().run("bundle:list")).doesNotContain("payment.sandbox");

            payers.awaitAnswers(4);
            assertThat(payers.told("NOT_ATTEMPTED")).isPositive();
        } finally {
            site.console()
                    .run("bundle:install -s mvn:com.allleads/" + SANDBOX + "/" + System.getProperty("project.version"));
            awaitProcessor("sandbox", true);
        }
    }

    private void dropKar() throws IOException {
        Path kar = Site.root()
                .resolve("samples/com.allleads.payment.example/target/com.allleads.payment.example-"
                        + System.getProperty("project.version") + ".kar");
        Path arriving = site.home().resolve("deploy/example.kar.part");
        Files.copy(kar, arriving, StandardCopyOption.REPLACE_EXISTING);
        Files.move(arriving, site.home().resolve("deploy/example.kar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitProcessor(String name, boolean active) {
        Awaitility.await("processor " + name + (active ? " active" : " gone"))
                .atMost(90, TimeUnit.SECONDS)
                .until(() -> site.api()
                                .get("/processors")
                                .expect(200)
                                .json()
                                .path("items")
                                .findValuesAsText("name")
                                .contains(name)
                        == active);
    }
}
