package com.allleads.vault.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.backup.RestoreReplay;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.TableReplacement;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Refused;
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
import com.allleads.backup.files.BackupRecord.State;
import com.allleads.backup.restore.ClosedSite;
import com.allleads.backup.restore.OthersReady;
import com.allleads.backup.restore.RenewedHeads;
import com.allleads.backup.restore.Replays;
import com.allleads.backup.restore.Restoration;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.keys.RestoredValues;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

/** Whoever was erased stays erased and unreadable, whatever backup is restored. */
public final class RestoredErasureTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    @Before
    public void clear() {
        HOUSE.clear();
    }

    @Test
    public void aBackupFromBeforeAnErasureLeavesThePersonErased() {
        PersonId erased = HOUSE.enrol("Ann", "ann@mail.example");
        PersonId other = HOUSE.enrol("Bob", "bob@mail.example");
        byte[] sealed = HOUSE.vault.seal(erased, "outbox/1", new byte[] {1});
        BackupRecord backup = backups().make(Progress.UNSEEN);
        assertThat(backup.problem()).isEmpty();
        assertThat(backup.state()).isEqualTo(State.VERIFIED);
        HOUSE.vault.erase(erased);

        // Both, as on a new machine: the restored key store has the key of the person.
        restoration(List.of(new ErasureReplay(HOUSE.journal)))
                .restore(
                        backup.file(),
                        backup.keys(),
                        OperatorAct.byConsole("operator", "restore").because("a test"),
                        Progress.UNSEEN);
        HOUSE.restart();

        assertThat(HOUSE.keys.find(erased)).isEmpty();
        assertThat(HOUSE.vault.open(erased, "outbox/1", sealed)).isEmpty();
        assertThat(HOUSE.vault.reveal(erased, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON))
                .isEqualTo(new Refused(Reveal.Reason.PERSON_UNKNOWN));
        assertThat(HOUSE.vault.findByEmail("ann@mail.example")).isEmpty();
        assertThat(HOUSE.persons.present(List.of(erased))).isEmpty();
        assertThat(HOUSE.vault.findByEmail("bob@mail.example")).contains(other);
        assertThat(HOUSE.keys.find(other)).isPresent();
    }

    @Test
    public void withoutTheReplayThePersonWouldBeBack() {
        PersonId erased = HOUSE.enrol("Ann", "ann@mail.example");
        BackupRecord backup = backups().make(Progress.UNSEEN);
        HOUSE.vault.erase(erased);

        restoration(List.of((data, keys) -> 0))
                .restore(
                        backup.file(),
                        backup.keys(),
                        OperatorAct.byConsole("operator", "restore").because("a test"),
                        Progress.UNSEEN);
        HOUSE.restart();
        assertThat(HOUSE.keys.find(erased)).isPresent();

        // As after other means than the platform's own; the vault does so at its start and each hour.
        HOUSE.erasures.catchUp();
        assertThat(HOUSE.keys.read(List.of(erased))).isEmpty();
        assertThat(HOUSE.persons.present(List.of(erased))).isEmpty();
    }

    @Test
    public void onlyTheDataRestoredLeavesThePersonErasedToo() {
        PersonId erased = HOUSE.enrol("Ann", "ann@mail.example");
        BackupRecord backup = backups().make(Progress.UNSEEN);
        HOUSE.vault.erase(erased);

        restoration(List.of(new ErasureReplay(HOUSE.journal)))
                .restore(
                        backup.file(),
                        Optional.empty(),
                        OperatorAct.byConsole("operator", "restore").because("a test"),
                        Progress.UNSEEN);

        assertThat(HOUSE.persons.present(List.of(erased))).isEmpty();
        assertThat(HOUSE.keys.read(List.of(erased))).isEmpty();
    }

    @Test
    public void keysThatDoNotOpenTheValuesAreFound() {
        PersonId person = HOUSE.enrol();
        PersonId other = HOUSE.enrol();
        HOUSE.keyStore
                .jdbi()
                .useHandle(handle -> handle.execute("DELETE FROM vault_key WHERE person = ?", person.toString()));
        assertThat(backups().make(Progress.UNSEEN).problem().orElseThrow()).contains("has no key");

        HOUSE.tamper("DELETE FROM vault_value WHERE person = ?", person.toString());
        HOUSE.tamper("UPDATE vault_value SET field = 'moved' WHERE person = ? AND field = 'name'", other.toString());
        assertThat(backups().make(Progress.UNSEEN).problem().orElseThrow()).contains("do not open");
    }

    @Test
    public void anErasureIsWrittenDownBeforeTheKeyGoes() {
        PersonId person = HOUSE.enrol();

        HOUSE.vault.erase(person);

        assertThat(new ErasureJournal(HOUSE.folder()).erased()).containsKey(person);
    }

    private Backups backups() {
        return new Backups(
                databases(),
                key(),
                rehearsal(),
                settings(),
                new OneAtATime(),
                work(),
                HOUSE.folder(),
                Clock.systemUTC());
    }

    private Restoration restoration(List<RestoreReplay> replays) {
        return new Restoration(
                databases(),
                key(),
                rehearsal(),
                settings(),
                new OneAtATime(),
                new TableReplacement() {
                    @Override
                    public <T> T replace(Callable<T> work) throws Exception {
                        return work.call();
                    }
                },
                new Replays(replays),
                new ClosedSite(),
                new OthersReady(),
                OperatorActs.by(act -> (outcome, problem) -> {}),
                new RenewedHeads());
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(key(), new Checks(List.of(new RestoredValues(HOUSE.files))), work());
    }

    private static Databases databases() {
        return new Databases(HOUSE.data.dataSource(), HOUSE.keyStore.dataSource());
    }

    private static BackupKey key() {
        return new BackupKey(HOUSE.folder());
    }

    private static BackupSettings settings() {
        return new BackupSettings(new Values(
                HOUSE.folder().resolve("backups"),
                Optional.empty(),
                Duration.ofDays(14),
                Duration.ofDays(30),
                Duration.ofHours(36)));
    }

    private static Path work() {
        return HOUSE.folder().resolve("work");
    }
}
