package com.allleads.backup.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PackedReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.backup.BackupSettings;
import com.allleads.backup.BackupSettings.Values;
import com.allleads.backup.Backups;
import com.allleads.backup.OneAtATime;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupFolder;
import com.allleads.backup.files.BackupRecord;
import com.allleads.backup.files.BackupRecord.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Each way in which the promise can be broken or unproven is found. */
public final class ProtectedAgainstLossTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final String BUNDLES = "a list of bundles\n";

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    @Test
    public void isKeptByAYoungVerifiedBackupAndCrashTestsOfThisVersion() throws Exception {
        crashTests(BUNDLES, 0);
        backup(Duration.ofHours(35), State.VERIFIED);

        Evidence evidence = count();

        assertThat(evidence.state()).isEqualTo(PromiseState.KEPT);
        assertThat(evidence.counts())
                .containsEntry("acknowledgedWritesLost", 0L)
                .containsEntry("crashes", 7L)
                .containsEntry("hoursSinceVerifiedBackup", 35L);
    }

    @Test
    public void isUnprovenWithoutAVerifiedBackup() throws Exception {
        crashTests(BUNDLES, 0);
        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);

        backup(Duration.ofHours(1), State.UNVERIFIED);
        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void isUnprovenWhereTheLastVerifiedBackupIsOld() throws Exception {
        crashTests(BUNDLES, 0);
        backup(Duration.ofHours(37), State.VERIFIED);

        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void isUnprovenWithoutCrashTestsOfExactlyThisVersion() throws Exception {
        backup(Duration.ofHours(1), State.VERIFIED);
        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);

        crashTests("another list", 0);
        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void isBrokenByABackupThatIsNoGood() throws Exception {
        crashTests(BUNDLES, 0);
        backup(Duration.ofHours(2), State.VERIFIED);
        backup(Duration.ofHours(1), State.FAILED);

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void isBrokenByAWriteThatWasLost() throws Exception {
        crashTests(BUNDLES, 1);
        backup(Duration.ofHours(1), State.VERIFIED);

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
    }

    private Evidence count() {
        BackupSettings settings = new BackupSettings(
                new Values(root(), Optional.empty(), Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(36)));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Backups backups =
                new Backups(null, null, null, settings, new OneAtATime(), root().resolve("work"), root(), clock);
        return new ProtectedAgainstLoss(
                        backups, settings, new CrashReport(new PackedReport(root(), CrashReport.FILE)), clock)
                .count();
    }

    private void backup(Duration age, State state) throws IOException {
        Instant at = NOW.minus(age);
        String name = BackupFolder.name(Contents.DATA, at);
        Files.write(root().resolve(name), new byte[1]);
        new BackupFolder(root())
                .keep(new BackupRecord(
                        name,
                        Contents.DATA,
                        at.toEpochMilli(),
                        "1",
                        "Derby",
                        1,
                        Optional.empty(),
                        Map.of(),
                        state,
                        at.toEpochMilli(),
                        state == State.FAILED ? Optional.of("a table is missing") : Optional.empty()));
    }

    /** As the harness writes it. */
    private void crashTests(String bundles, int lost) throws Exception {
        Files.writeString(root().resolve("host-bundles.sha256"), BUNDLES);
        byte[] list = bundles.getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list));
        Files.writeString(
                root().resolve("crash-and-swap.jsonl"),
                "{\"run\":\"crash and swap\",\"versions\":{\"bundles\":\"" + digest + "\"}}\n"
                        + "{\"round\":1}\n"
                        + "{\"sum\":\"crash and swap\",\"kills\":{\"PLATFORM\":4,\"DATABASE\":3},\"LOST\":" + lost
                        + "}\n");
    }

    private Path root() {
        return instance.getRoot().toPath();
    }
}
