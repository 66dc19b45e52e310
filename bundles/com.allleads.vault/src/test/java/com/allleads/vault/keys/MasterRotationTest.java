package com.allleads.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.secret.SecretFile;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.keys.MasterRotation.Step;
import com.allleads.vault.keys.MasterRotation.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;

public final class MasterRotationTest {

    private static final Watcher NOBODY = (step, done, total) -> {};

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    @Rule
    public final TemporaryFolder otherInstance = new TemporaryFolder();

    private List<PersonId> people;
    private Path secrets;

    @Before
    public void enrol() {
        HOUSE.clear();
        people = new ArrayList<>(List.of(HOUSE.enrol(), HOUSE.enrol(), HOUSE.enrol()));
        secrets = HOUSE.folder().resolve("secrets");
    }

    @Test
    public void replacesTheKeyAndNamesTheNewOne() throws Exception {
        String before = Files.readString(secrets.resolve(MasterFiles.PRESENT));

        rotate();

        assertThat(Files.readString(secrets.resolve(MasterFiles.PRESENT))).isNotEqualTo(before);
        assertThat(secrets.resolve(MasterFiles.NEXT)).doesNotExist();
        Rotation rotation = HOUSE.rotation.rotations().get(0);
        assertThat(rotation.generation()).isEqualTo(2);
        assertThat(rotation.begunBy()).isEqualTo("operator");
        assertThat(rotation.reason()).isEqualTo("yearly");
        assertThat(rotation.rewrapped()).isEqualTo(3);
        assertThat(rotation.endedAt()).isPresent();
        assertThat(print()).isEqualTo(rotation.print());
        everybodyIsReadable();
        HOUSE.restart();
        everybodyIsReadable();
    }

    @Test
    public void theOldKeyOpensNothingAfterwards() throws Exception {
        byte[] old = Files.readAllBytes(secrets.resolve(MasterFiles.PRESENT));
        SecretKeySpec oldKey = new SecretKeySpec(
                new KeyFile(SecretFile.below(HOUSE.folder(), MasterFiles.PRESENT))
                        .find()
                        .orElseThrow(),
                "AES");
        assertThat(wrapped()).allMatch(key -> opens(oldKey, key));

        rotate();

        assertThat(wrapped()).hasSize(3).noneMatch(key -> opens(oldKey, key));
        Files.write(secrets.resolve(MasterFiles.PRESENT), old);
        assertThatThrownBy(() -> new KeyFiles(HOUSE.data.jdbi(), HOUSE.keyJdbi(), HOUSE.folder(), new KeyTrouble()))
                .hasMessageContaining("another key");
    }

    @Test
    public void theOldFileIsOverwritten() throws Exception {
        // Another name of the same file, as whoever digs in the disk would find it.
        Path dug = HOUSE.folder().resolve("dug-" + PersonId.random());
        Files.createLink(dug, secrets.resolve(MasterFiles.PRESENT));
        assertThat(Files.readString(dug)).matches("[0-9a-f]{64}\n");

        rotate();

        assertThat(Files.readAllBytes(dug)).containsOnly(0);
    }

    @Test
    public void aCrashBetweenAnyTwoStepsLosesNothingAndTheReplacementGoesOn() {
        for (int i = 0; i < 450; i++) {
            HOUSE.keys.make(PersonId.random());
        }
        int crashes = 0;
        boolean crashed = true;
        while (crashed) {
            crashes++;
            crashed = crashesAt(crashes);

            HOUSE.restart();
            everybodyIsReadable();
            people.add(HOUSE.enrol());
            HOUSE.rotation.proceed(NOBODY);
            assertThat(HOUSE.rotation.underWay()).isFalse();
            everybodyIsReadable();
            HOUSE.restart();
            everybodyIsReadable();
        }
        // File, in use, three or more pages, retired, destroyed.
        assertThat(crashes).isGreaterThan(7);
    }

    @Test
    public void startsWhereACrashLeftTheOldFileOverwrittenAndTheNewOneBesideIt() throws Exception {
        rotate();
        Files.move(secrets.resolve(MasterFiles.PRESENT), secrets.resolve(MasterFiles.NEXT));
        Files.write(secrets.resolve(MasterFiles.PRESENT), new byte[65]);

        HOUSE.restart();

        everybodyIsReadable();
        assertThat(secrets.resolve(MasterFiles.NEXT)).doesNotExist();
    }

    @Test
    public void nobodyIsRefusedWhileItGoesOn() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Queue<PersonId> enrolled = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                work.add(threads.submit(() -> {
                    while (!over.get()) {
                        enrolled.add(HOUSE.enrol());
                    }
                }));
            }
            work.add(threads.submit(() -> {
                while (!over.get()) {
                    everybodyIsReadable();
                }
            }));
            for (int i = 0; i < 5; i++) {
                rotate();
            }
            over.set(true);
            for (Future<?> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        people.addAll(enrolled);
        HOUSE.restart();
        everybodyIsReadable();
    }

    @Test
    public void whoeverOnlyLooksWhichKeysAreInUseDestroysNone() throws Exception {
        String before = Files.readString(secrets.resolve(MasterFiles.PRESENT));
        begin();
        HOUSE.keyJdbi().useTransaction(handle -> {
            handle.execute("UPDATE vault_key SET generation = 2");
            handle.execute("DELETE FROM vault_master_key WHERE generation = 1");
        });

        HOUSE.files.lookAgain();
        assertThat(Files.readString(secrets.resolve(MasterFiles.PRESENT))).isEqualTo(before);

        HOUSE.rotation.settle();
        assertThat(Files.readString(secrets.resolve(MasterFiles.PRESENT))).isNotEqualTo(before);
    }

    @Test
    public void aNodeThatDoesNotKnowYetWrapsWithNoRetiredKey() {
        KeyFiles itsFiles = new KeyFiles(HOUSE.data.jdbi(), HOUSE.keyJdbi(), HOUSE.folder(), new KeyTrouble());
        PersonKeys itsKeys = new PersonKeys(HOUSE.keyJdbi(), itsFiles, HOUSE.data.groupRead(), 0);
        rotate();
        PersonId person = PersonId.random();

        itsKeys.make(person);

        assertThat(HOUSE.keys.find(person)).isPresent();
        assertThat(itsKeys.read(people)).hasSize(3);
    }

    @Test
    public void aNodeWithoutTheNewFileSaysSo() throws Exception {
        Path its = otherInstance.newFolder("secrets").toPath();
        for (String name : List.of(MasterFiles.PRESENT, KeyFiles.LOOKUP)) {
            Files.copy(secrets.resolve(name), its.resolve(name));
        }
        KeyTrouble trouble = new KeyTrouble();
        PersonKeys itsKeys = new PersonKeys(HOUSE.keyJdbi(), otherNode(trouble), HOUSE.data.groupRead(), 0);
        begin();
        HOUSE.rotation.proceed((step, done, total) -> {
            if (step == Step.PAGE_REWRAPPED) {
                refusesUntilItHasTheFile(its, trouble, itsKeys);
            }
        });
        assertThat(itsKeys.read(people)).hasSize(3);
    }

    @Test
    public void whoeverIsErasedMeanwhileStaysErased() {
        begin();
        PersonId erased = people.remove(0);
        HOUSE.vault.erase(erased);
        HOUSE.rotation.proceed(NOBODY);

        assertThat(HOUSE.keys.read(List.of(erased))).isEmpty();
        everybodyIsReadable();
    }

    @Test
    public void theOldKeyStaysWhereAKeyOfAPersonWasAltered() {
        HOUSE.keyJdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE vault_key SET wrapped = ? WHERE person = ?",
                        new byte[61],
                        people.get(0).toString()));
        begin();

        assertThatThrownBy(() -> HOUSE.rotation.proceed(NOBODY)).hasMessageContaining("1 people were altered");
        assertThat(HOUSE.rotation.underWay()).isTrue();
        assertThat(secrets.resolve(MasterFiles.NEXT)).exists();

        HOUSE.vault.erase(people.remove(0));
        HOUSE.rotation.proceed(NOBODY);
        assertThat(HOUSE.rotation.underWay()).isFalse();
        everybodyIsReadable();
    }

    @Test
    public void onlyOneAtATime() {
        begin();

        assertThat(HOUSE.rotation.begin("operator", "again", NOBODY)).isFalse();
    }

    private void refusesUntilItHasTheFile(Path its, KeyTrouble trouble, PersonKeys itsKeys) {
        try {
            assertThatThrownBy(() -> itsKeys.read(people)).hasMessageContaining(MasterFiles.NEXT);
            assertThat(trouble.missing().orElseThrow()).contains(MasterFiles.NEXT);
            assertThatThrownBy(() -> otherNode(new KeyTrouble())).hasMessageContaining(MasterFiles.NEXT);

            Files.copy(secrets.resolve(MasterFiles.NEXT), its.resolve(MasterFiles.NEXT));
            assertThat(itsKeys.read(people)).hasSize(3);
            assertThat(trouble.missing()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyFiles otherNode(KeyTrouble trouble) {
        return new KeyFiles(
                HOUSE.data.jdbi(), HOUSE.keyJdbi(), otherInstance.getRoot().toPath(), trouble);
    }

    private boolean crashesAt(int at) {
        AtomicInteger reached = new AtomicInteger();
        Watcher watcher = (step, done, total) -> {
            if (reached.incrementAndGet() == at) {
                throw new Crash();
            }
        };
        try {
            assertThat(HOUSE.rotation.begin("operator", "yearly", watcher)).isTrue();
            HOUSE.rotation.proceed(watcher);
            return false;
        } catch (Crash crash) {
            return true;
        }
    }

    private void rotate() {
        begin();
        HOUSE.rotation.proceed(NOBODY);
    }

    private void begin() {
        assertThat(HOUSE.rotation.begin("operator", "yearly", NOBODY)).isTrue();
    }

    private void everybodyIsReadable() {
        for (PersonId person : people) {
            Reveal reveal =
                    HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.platform("notification"));
            assertThat(reveal).isInstanceOf(Reveal.Revealed.class);
        }
        assertThat(HOUSE.keys.read(people)).hasSize(people.size());
    }

    private static boolean opens(SecretKeySpec key, WrappedKey wrapped) {
        return Envelope.open(key, Belonging.key(wrapped.person()), wrapped.wrapped())
                .isPresent();
    }

    private List<WrappedKey> wrapped() {
        return new MasterRows(HOUSE.keyJdbi()).page(0, Optional.empty(), 100);
    }

    private static String print() {
        return HOUSE.keyJdbi().withHandle(handle -> handle.createQuery("SELECT master_print FROM vault_key_store")
                .mapTo(String.class)
                .one());
    }

    private static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
