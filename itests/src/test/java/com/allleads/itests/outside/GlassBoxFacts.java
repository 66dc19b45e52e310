package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Test;

/** Bundles that are not the host's own, and what they are after. */
public class GlassBoxFacts {

    private static final String MALLORY = "com.mallory.payment";
    private static final String BOX = "com.allleads.glassbox";
    private static final String SANDBOX = "com.allleads.payment.sandbox";
    private static final Pattern ID = Pattern.compile("Bundle IDs?: (\\d+)");

    private final Site site = SiteRule.current();
    private final List<String> installed = new ArrayList<>();

    @After
    public void takeThemAway() {
        installed.forEach(id -> site.console().run("bundle:uninstall " + id));
    }

    @Test
    public void aBundleThatTriesEverythingGetsNothingAndTheSiteServesOn() throws IOException {
        install(Site.root()
                .resolve("samples/" + MALLORY + "/target/" + MALLORY + "-" + System.getProperty("project.version")
                        + ".jar"));

        List<String> loot = Files.readAllLines(site.home().resolve("mallory.txt"));
        assertThat(loot)
                .hasSizeGreaterThan(40)
                .anyMatch(line -> line.startsWith("service javax.sql.DataSource="))
                .anyMatch(line -> line.startsWith("package of com.allleads.api.vault.Vault="))
                .allMatch(line -> line.endsWith("=none"));
        assertThat(tries(MALLORY, "SERVICE")).anyMatch(what -> what.startsWith("javax.sql.DataSource"));
        assertThat(tries(MALLORY, "SERVICE")).anyMatch(what -> what.startsWith("org.osgi.service.cm"));
        assertThat(tries(MALLORY, "SERVICE")).anyMatch(what -> what.startsWith("javax.transaction"));
        assertThat(tries(MALLORY, "PACKAGE"))
                .contains(
                        "com.allleads.api.vault",
                        "javax.persistence",
                        "org.jdbi.v3.core",
                        "org.osgi.framework.hooks.service",
                        "org.osgi.framework.wiring");
        assertThat(tries(MALLORY, "BUNDLE")).contains("every bundle");
        assertThat(tries(MALLORY, "CODE")).hasSize(3).anyMatch(what -> what.endsWith("Bundle.getBundleContext"));
        assertThat(tries(MALLORY, "OFFER")).contains("java.util.EventListener");
        assertThat(site.api().get("/ready").status()).isEqualTo(200);
        Someone someone = Someone.signedIn(site);
        assertThat(someone.topUp(someone.addCard("sandbox", "tok_visa"), "4.00")
                        .expect(201)
                        .string("status"))
                .isEqualTo("SETTLED");
        JsonNode misuse = read("allleads:promise --json security.misuse").get(0);
        assertThat(misuse.path("state").asText()).isEqualTo("KEPT");
        assertThat(misuse.path("evidence").path("bundlesOutsideOfTheBox").asInt(-1))
                .isZero();
        assertThat(misuse.path("evidence").path("bundlesInTheBox").asInt()).isGreaterThan(2);
    }

    @Test
    public void accusesNoAdapterThatDoesItsWork() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "4.00").expect(201);

        assertThat(site.console().json("allleads:glassbox-tries").findValuesAsText("bundle"))
                .noneMatch(bundle -> bundle.matches("com\\.allleads\\.(payment|channel)\\..*"));
    }

    @Test
    public void joinsNoBundleOfTheHost() {
        String fragment =
                install("com.mallory.fragment", Map.of("Fragment-Host", "com.allleads.provisioning"), Map.of());
        String requiring = install("com.mallory.requiring", Map.of("Require-Bundle", "com.allleads.vault"), Map.of());

        // A fragment joins when its host is resolved anew.
        site.console().run("bundle:refresh com.allleads.provisioning");
        Awaitility.await("the host is resolved anew")
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> tries("com.mallory.fragment", "BUNDLE_WIRE").equals(List.of("com.allleads.provisioning")));
        awaitReady();
        assertThat(state(fragment)).isEqualTo("Installed");
        assertThat(state(requiring)).isEqualTo("Installed");
        assertThat(tries("com.mallory.requiring", "BUNDLE_WIRE")).containsExactly("com.allleads.vault");
    }

    @Test
    public void hasNoChangelogRunOnTheTablesOfTheSite() {
        String id = install(
                "com.mallory.changelog",
                Map.of("AllLeads-Changelog", "db/changelog.xml"),
                Map.of(
                        "db/changelog.xml",
                        "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"><changeSet id=\"1\""
                                + " author=\"m\"><sql>DELETE FROM billing_entry</sql></changeSet></databaseChangeLog>"));

        assertThat(state(id)).isEqualTo("Installed");
        assertThat(tries("com.mallory.changelog", "EXTENSION")).containsExactly("AllLeads-Changelog");
    }

    @Test
    public void isHandedNobodyElsesSettings() {
        String id = install(
                "com.mallory.settings",
                Map.of("Service-Component", "OSGI-INF/*.xml"),
                Map.of(
                        "OSGI-INF/spy.xml",
                        "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.5.0\" name=\"spy\""
                                + " configuration-pid=\"org.ops4j.datas&#111;urce\"><implementation class=\"x.Y\"/>"
                                + "</scr:component>"));

        assertThat(state(id)).isEqualTo("Installed");
        assertThat(tries("com.mallory.settings", "SETTINGS")).containsExactly("org.ops4j.datasource");
    }

    @Test
    public void takesNobodysPlaceByTheirName() {
        String id = install(
                "com.allleads.vault;singleton:=true",
                Map.of("Export-Package", "com.allleads.api.vault;version=1.99"),
                Map.of());
        try {
            site.console().run("bundle:refresh com.allleads.catalog");
            Awaitility.await("the site serves on")
                    .atMost(90, TimeUnit.SECONDS)
                    .until(() -> site.api().get("/services").status() == 200);

            assertThat(site.console().run("bundle:requirements com.allleads.catalog"))
                    .contains("com.allleads.api.vault")
                    .doesNotContain("[" + id + "]");
        } finally {
            site.console().run("bundle:uninstall " + id);
            installed.remove(id);
            awaitReady();
        }
    }

    @Test
    public void isUsedByNobodyWhileTheBoxIsGone() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");
        site.console().run("bundle:stop " + BOX);
        try {
            assertThat(state(SANDBOX)).isEqualTo("Resolved");
            assertThat(someone.topUp(card, "4.00").expect(201).string("status")).isEqualTo("NOT_ATTEMPTED");

            site.console().run("bundle:start " + SANDBOX);
            assertThat(state(SANDBOX)).isEqualTo("Active");
            assertThat(someone.topUp(card, "4.00").expect(201).string("status")).isEqualTo("NOT_ATTEMPTED");
            assertThat(read("allleads:promise --json security.misuse")
                            .get(0)
                            .path("state")
                            .asText())
                    .isEqualTo("UNPROVEN");
        } finally {
            site.console().run("bundle:start " + BOX);
            awaitReady();
        }

        Awaitility.await("the processor is used again")
                .atMost(90, TimeUnit.SECONDS)
                .until(() -> site.api()
                        .get("/processors")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("name")
                        .contains("sandbox"));
        assertThat(someone.topUp(card, "4.00").expect(201).string("status")).isEqualTo("SETTLED");
        assertThat(someone.available()).isEqualTo("4.00");
    }

    @Test
    public void leavesTheBoxByAnOperatorsDecisionAlone() {
        String id = install("com.mallory.friend", Map.of("Import-Package", "com.allleads.api.person"), Map.of());
        assertThat(state(id)).isEqualTo("Installed");

        assertThat(site.console().run("allleads:glassbox-trust com.mallory.friend 'tried in a test'"))
                .contains("counts as the host's own");
        assertThat(state(id)).isEqualTo("Active");
        assertThat(standing(id)).isEqualTo("TRUSTED");

        assertThat(site.console().run("allleads:glassbox-trust --withdraw com.mallory.friend 'seen enough'"))
                .contains("in the glass box again");
        Awaitility.await("it is back in the box").atMost(60, TimeUnit.SECONDS).until(() -> state(id)
                .equals("Installed"));
        assertThat(standing(id)).isEqualTo("BOXED");
    }

    private String install(String name, Map<String, String> headers, Map<String, String> files) {
        return install(CraftedBundle.of(site, name, headers, files));
    }

    private String install(Path jar) {
        String printed = site.console().run("bundle:install -s " + jar.toUri());
        Matcher id = ID.matcher(printed);
        assertThat(id.find()).as(printed).isTrue();
        installed.add(id.group(1));
        return id.group(1);
    }

    private String state(String bundle) {
        return site.console().run("bundle:status " + bundle).strip();
    }

    private String standing(String id) {
        for (JsonNode bundle : site.console().json("allleads:glassbox")) {
            if (bundle.path("id").asText().equals(id)) {
                return bundle.path("standing").asText();
            }
        }
        return "HOST";
    }

    private List<String> tries(String bundle, String kind) {
        List<String> tried = new ArrayList<>();
        for (JsonNode attempt : read("allleads:glassbox-tries --json " + bundle)) {
            if (attempt.path("kind").asText().equals(kind)) {
                tried.add(attempt.path("what").asText());
            }
        }
        return tried;
    }

    private JsonNode read(String command) {
        String printed = site.console().run(command);
        try {
            return new ObjectMapper().readTree(printed);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + printed, e);
        }
    }

    private void awaitReady() {
        Awaitility.await("ready")
                .atMost(120, TimeUnit.SECONDS)
                .until(() -> site.api().get("/ready").status() == 200);
    }
}
