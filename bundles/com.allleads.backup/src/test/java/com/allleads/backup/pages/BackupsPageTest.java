package com.allleads.backup.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.store.TableReplacement;
import com.allleads.backup.BackupRun;
import com.allleads.backup.BackupSettings;
import com.allleads.backup.BackupSettings.Values;
import com.allleads.backup.Backups;
import com.allleads.backup.Checks;
import com.allleads.backup.Databases;
import com.allleads.backup.OneAtATime;
import com.allleads.backup.OperatorActs;
import com.allleads.backup.Progress;
import com.allleads.backup.Rehearsal;
import com.allleads.backup.files.BackupKey;
import com.allleads.backup.files.BackupRecord;
import com.allleads.backup.restore.ClosedSite;
import com.allleads.backup.restore.OthersReady;
import com.allleads.backup.restore.Replays;
import com.allleads.backup.restore.Restoration;
import com.allleads.backup.restore.RestoreRun;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class BackupsPageTest {

    @ClassRule
    public static final StoreRule DATA = new StoreRule("db/data.xml");

    @ClassRule
    public static final StoreRule KEYS = new StoreRule("db/keys.xml");

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private Backups backups;
    private BackupRun run;
    private RestoreRun restores;
    private BackupsPage page;

    @Before
    public void house() {
        Path root = instance.getRoot().toPath();
        Databases databases = new Databases(DATA.dataSource(), KEYS.dataSource());
        BackupKey key = new BackupKey(root);
        BackupSettings settings = new BackupSettings(new Values(
                root.resolve("backups"),
                Optional.empty(),
                Duration.ofDays(14),
                Duration.ofDays(30),
                Duration.ofHours(36)));
        OneAtATime turn = new OneAtATime();
        Rehearsal rehearsal = new Rehearsal(key, new Checks(List.of()), root.resolve("work"));
        backups = new Backups(databases, key, rehearsal, settings, turn, root.resolve("work"), root, Clock.systemUTC());
        run = new BackupRun(backups);
        restores = new RestoreRun(new Restoration(
                databases,
                key,
                rehearsal,
                settings,
                turn,
                new TableReplacement() {
                    @Override
                    public <T> T replace(Callable<T> work) throws Exception {
                        return work.call();
                    }
                },
                new Replays(List.of((data, keys) -> 0)),
                new ClosedSite(),
                new OthersReady()));
        page = new BackupsPage(
                backups, run, restores, OperatorActs.by(act -> (outcome, problem) -> {}));
    }

    @Test
    public void makesABackupAndShowsThatItIsVerified() {
        assertThat(Look.at(page).asOperator().html()).contains("There is none.", "Back up now");

        assertThat(Look.at(page).asOperator().said()).contains("The backup is under way.");

        Awaitility.await().until(() -> !run.state().running());
        assertThat(Look.at(page).asOperator().html()).contains("data-", "keys-", ">verified<", "Restore");
        assertThat(Look.at(page).asOperator().in("es").html()).contains("comprobada", "Copias de los datos");
    }

    @Test
    public void asksWhyBeforeItRestores() {
        BackupRecord backup = backups.make(Progress.UNSEEN);
        DATA.jdbi()
                .useHandle(
                        handle -> handle.execute("INSERT INTO test_entry (pair, leg, amount) VALUES ('later', 1, 5)"));

        assertThat(Look.at(page).asOperator().with("restore", backup.file()).submitted())
                .contains("What was written since is lost", "Reason");
        assertThat(Look.at(page)
                        .asOperator()
                        .with("restore", backup.file())
                        .with("confirmed", "yes")
                        .refused())
                .contains("Reason");
        assertThat(Look.at(page)
                        .asOperator()
                        .with("restore", backup.file())
                        .with("confirmed", "yes")
                        .with("reason", "a test")
                        .said())
                .contains("The site closes for a moment.");

        Awaitility.await().until(() -> !restores.state().running());
        assertThat(restores.state().failure()).isEmpty();
        assertThat(Look.at(page).asOperator().html()).contains("A backup was restored.");
    }
}
