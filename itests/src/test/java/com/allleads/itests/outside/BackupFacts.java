package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.Test;

/** Backups on the running site, made and restored on the console while people use it. */
public class BackupFacts {

    private final Site site = SiteRule.current();

    @Test
    public void aBackupIsMadeAndVerifiedWhileTheSiteRuns() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "10.00").expect(201);

        JsonNode backup = site.console().json("allleads:backup").path(0);

        assertThat(backup.path("state").asText()).as(backup.toString()).isEqualTo("VERIFIED");
        assertThat(backup.path("rows").asLong()).isPositive();
        assertThat(site.console().json("allleads:backup-verify").at("/0/state").asText())
                .isEqualTo("VERIFIED");
        assertThat(site.api().operator().get("/backups").expect(200).json().toString())
                .contains(backup.path("file").asText());
        site.api().get("/backups").expect(401);
        assertThat(site.api().operator().get("/metrics").expect(200).text())
                .contains("allleads_backup_failed 0")
                .contains("allleads_backup_verified_age_seconds");
        // Without the report of crash tests of exactly this build there is no proof, whatever the backup is.
        assertThat(site.console().run("allleads:promise security.loss")).contains("hoursSinceVerifiedBackup");
    }

    @Test
    public void whoWasErasedSinceABackupStaysErasedWhenItIsRestored() throws IOException {
        Someone staying = Someone.signedIn(site);
        Someone leaving = Someone.signedIn(site);
        JsonNode backup = site.console().json("allleads:backup").path(0);
        JsonNode certificate = leaving.api()
                .post("/me/erasure", Map.of("password", Someone.PASSWORD))
                .expect(200)
                .json()
                .path("certificate");
        assertThat(Duration.between(
                        Instant.parse(certificate.path("erasedAt").asText()),
                        Instant.parse(certificate.path("backupsUnreadableFrom").asText())))
                .isLessThanOrEqualTo(Duration.ofDays(30));
        Someone later = Someone.signedIn(site);

        assertThat(site.console().run("allleads:restore " + backup.path("file").asText() + " 'a test'"))
                .contains("--yes");
        String told = site.console()
                .run("allleads:restore --yes --keys " + backup.path("keys").asText() + " "
                        + backup.path("file").asText() + " 'a test'");

        assertThat(told).contains("The site is open.");
        site.awaitReady();
        staying.signIn();
        assertThat(staying.api().get("/me/data").expect(200).text()).contains(staying.email());
        site.api()
                .post("/sessions", Map.of("email", leaving.email(), "password", Someone.PASSWORD, "remember", false))
                .expect(401);
        assertThat(site.console().run("allleads:person " + leaving.email())).doesNotContain(leaving.id());
        assertThat(site.console().run("allleads:promise --json deactivation")).contains("KEPT");
        assertThat(site.console().json("allleads:ledger-verify").toString()).contains("true");
        // What was written since the backup is lost, as the command said.
        site.api()
                .post("/sessions", Map.of("email", later.email(), "password", Someone.PASSWORD, "remember", false))
                .expect(401);
        Someone.signedIn(site);
    }

    @Test
    public void aWrongFileRestoresNothing() throws IOException {
        JsonNode backup = site.console().json("allleads:backup").path(0);
        Path altered = site.home().resolve("backups/altered.backup");
        byte[] content = Files.readAllBytes(
                site.home().resolve("backups").resolve(backup.path("file").asText()));
        content[content.length - 100] ^= 1;
        Files.write(altered, content);

        assertThat(site.console().run("allleads:restore --yes " + altered + " 'a test'"))
                .contains("altered or is damaged");

        Files.delete(altered);
        Someone.signedIn(site);
    }
}
