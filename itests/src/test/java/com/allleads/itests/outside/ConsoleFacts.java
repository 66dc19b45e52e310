package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;

/** What an operator does on the console. */
public class ConsoleFacts {

    private final Site site = SiteRule.current();

    @Test
    public void listsProcessorsPartiesAndPromises() {
        JsonNode processors = site.console().json("allleads:processors");
        JsonNode parties = site.console().json("allleads:outside-parties");
        JsonNode promises = site.console().json("allleads:promises");

        assertThat(processors.findValuesAsText("name")).contains("sandbox");
        assertThat(parties.findValuesAsText("name")).contains("sandbox");
        assertThat(promises).hasSize(40);
        assertThat(site.console().run("allleads:promises"))
                .contains("choice.opt-in")
                .contains("KEPT");
    }

    @Test
    public void findsAPersonByEmailAndWritesTheLookDown() {
        Someone someone = Someone.signedIn(site);

        assertThat(site.console().run("allleads:person " + someone.email())).contains(someone.id());

        JsonNode uses = someone.api().get("/me/uses").expect(200).json().path("items");
        assertThat(uses.findValuesAsText("purpose")).contains("administration");
        assertThat(uses.toString()).contains("operator");
    }

    @Test
    public void verifiesTheLedger() {
        assertThat(site.console().json("allleads:ledger-verify").toString()).contains("true");
    }

    @Test
    public void listsPaymentsByStatus() {
        assertThat(site.console().json("allleads:payments --status UNKNOWN").isArray())
                .isTrue();
        assertThat(site.console().run("allleads:payments --status SOMETHING")).contains("UNKNOWN");
    }

    @Test
    public void tellsHelpForEveryCommand() {
        for (String command : new String[] {
            "promises", "processors", "processor-drain", "outside-parties", "person", "ledger-verify", "payments"
        }) {
            assertThat(site.console().run("allleads:" + command + " --help"))
                    .as(command)
                    .contains("DESCRIPTION")
                    .contains("allleads:" + command);
        }
    }
}
