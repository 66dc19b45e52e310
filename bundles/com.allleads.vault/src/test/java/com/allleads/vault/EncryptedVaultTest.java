package com.allleads.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.vault.DuplicateValueException;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Reason;
import com.allleads.api.vault.Reveal.Refused;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Use;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class EncryptedVaultTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private static final Recipient NOTIFICATION = Recipient.platform("notification");
    private static final Set<Field> NAME_AND_PHONE = Set.of(Field.NAME, Field.PHONE);

    @Test
    public void revealsWhatWasEntered() {
        PersonId person = HOUSE.enrol("  Åsa Öberg ", "Asa@Mail.Example");

        assertThat(HOUSE.vault.reveal(
                        person, Set.of(Field.NAME, Field.EMAIL, Field.PHONE), Purpose.ACCOUNT, NOTIFICATION))
                .isEqualTo(new Revealed(Map.of(Field.NAME, "  Åsa Öberg ", Field.EMAIL, "Asa@Mail.Example")));
    }

    @Test
    public void writesDownWhatItRevealed() {
        PersonId person = HOUSE.enrol();
        Instant before = Instant.ofEpochMilli(System.currentTimeMillis());

        HOUSE.vault.reveal(person, NAME_AND_PHONE, Purpose.ACCOUNT, NOTIFICATION);

        assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items())
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.at()).isAfterOrEqualTo(before);
                    assertThat(use.fields()).containsExactly("name");
                    assertThat(use.purpose()).isEqualTo("account");
                    assertThat(use.recipient()).isEqualTo(NOTIFICATION);
                });
    }

    @Test
    public void writesDownWhatIsUsedThoughItDoesNotHoldIt() {
        PersonId person = HOUSE.enrol();
        Recipient processor = new Recipient(Recipient.Kind.OUTSIDE, "processor");
        Set<Field> token = Set.of(new Field("cardToken"));

        assertThat(HOUSE.vault.recordUse(person, token, Purpose.ACCOUNT, processor))
                .isEmpty();
        HOUSE.vault.erase(person);
        assertThat(HOUSE.vault.recordUse(person, token, Purpose.ACCOUNT, processor))
                .isEmpty();

        assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items())
                .hasSize(2)
                .allSatisfy(use -> {
                    assertThat(use.fields()).containsExactly("cardToken");
                    assertThat(use.purpose()).isEqualTo("account");
                    assertThat(use.recipient()).isEqualTo(processor);
                });
        assertThat(HOUSE.verification.verify().breaks()).isZero();
    }

    @Test
    public void writesNoUseDownThatIsNotAllowed() {
        PersonId person = HOUSE.enrol();
        Set<Field> token = Set.of(new Field("cardToken"));

        assertThat(HOUSE.vault.recordUse(person, token, "unheard-of", NOTIFICATION))
                .contains(Reason.PURPOSE_UNKNOWN);
        assertThat(HOUSE.vault.recordUse(person, token, "news", NOTIFICATION)).contains(Reason.NOT_ALLOWED);
        assertThatThrownBy(() -> HOUSE.data
                        .transactions()
                        .required(() -> HOUSE.vault.recordUse(person, token, Purpose.ACCOUNT, NOTIFICATION)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items()).isEmpty();
    }

    @Test
    public void writesNothingDownWhereNothingIsRevealed() {
        PersonId person = HOUSE.enrol();

        assertThat(HOUSE.vault.reveal(person, Set.of(Field.PHONE), Purpose.ACCOUNT, NOTIFICATION))
                .isEqualTo(new Revealed(Map.of()));
        HOUSE.vault.reveal(person, NAME_AND_PHONE, "news", NOTIFICATION);

        assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items()).isEmpty();
    }

    @Test
    public void refusesInTheStatedOrder() {
        PersonId nobody = PersonId.random();
        PersonId person = HOUSE.enrol();

        assertThat(reason(nobody, "unheard-of")).isEqualTo(Reason.PURPOSE_UNKNOWN);
        assertThat(reason(nobody, "news")).isEqualTo(Reason.PERSON_UNKNOWN);
        assertThat(reason(person, "news")).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    public void followsEachDecisionAtOnce() {
        PersonId person = HOUSE.enrol();

        HOUSE.consent.decide(person, true, Instant.now());
        assertThat(HOUSE.vault.reveal(person, NAME_AND_PHONE, "news", NOTIFICATION))
                .isInstanceOf(Revealed.class);
        HOUSE.consent.decide(person, false, Instant.now());
        assertThat(reason(person, "news")).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    public void revealsNothingInsideATransaction() {
        PersonId person = HOUSE.enrol();

        assertThatThrownBy(() -> HOUSE.data
                        .transactions()
                        .required(() -> HOUSE.vault.reveal(person, NAME_AND_PHONE, Purpose.ACCOUNT, NOTIFICATION)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void refusesAFieldThatThePointDoesNotDeclare() {
        PersonId person = PersonId.random();

        assertThatThrownBy(() -> HOUSE.vault.enrol(person, Map.of(new Field("shoeSize"), "44"), "registration"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shoeSize");
        assertThatThrownBy(() -> HOUSE.vault.enrol(person, Map.of(Field.NAME, "Ann"), "nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(reason(person, Purpose.ACCOUNT)).isEqualTo(Reason.PERSON_UNKNOWN);
    }

    @Test
    public void findsAPersonByEmailWithoutRegardToCase() {
        PersonId person = HOUSE.enrol("Zoë", "Zoë@mail.example");

        assertThat(HOUSE.vault.findByEmail(" ZOE\u0308@MAIL.example ")).contains(person);
        assertThat(HOUSE.vault.findByEmail("zoe@mail.example")).isEmpty();
    }

    @Test
    public void refusesASecondPersonWithTheSameEmail() {
        HOUSE.enrol("Ann", "ann@mail.example");

        assertThatThrownBy(() -> HOUSE.enrol("Ann", "ANN@mail.example"))
                .isInstanceOf(DuplicateValueException.class)
                .hasMessageNotContaining("mail.example");
    }

    @Test
    public void givesOneOfManyRacersTheEmail() throws Exception {
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            racers.add(() -> {
                try {
                    HOUSE.enrol("Racer", "racer@mail.example");
                    return true;
                } catch (DuplicateValueException lost) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int winners = 0;
        for (Future<Boolean> racer : threads.invokeAll(racers)) {
            winners += racer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    public void forgetsAnEnrolmentThatRolledBack() {
        PersonId person = PersonId.random();

        assertThatThrownBy(() -> HOUSE.data.transactions().required(() -> {
                    HOUSE.vault.enrol(person, Map.of(Field.EMAIL, "gone@mail.example"), "registration");
                    throw new IllegalStateException("the caller failed");
                }))
                .hasMessage("the caller failed");

        assertThat(HOUSE.vault.findByEmail("gone@mail.example")).isEmpty();
        assertThat(reason(person, Purpose.ACCOUNT)).isEqualTo(Reason.PERSON_UNKNOWN);
        HOUSE.vault.enrol(person, Map.of(Field.EMAIL, "gone@mail.example"), "registration");
        assertThat(HOUSE.vault.findByEmail("gone@mail.example")).contains(person);
    }

    @Test
    public void correctsAddsAndRemovesValues() {
        PersonId person = HOUSE.enrol("Ann", "first@mail.example");

        HOUSE.vault.correct(
                person,
                Map.of(
                        Field.EMAIL, Optional.of("second@mail.example"),
                        Field.NAME, Optional.empty(),
                        Field.CITY, Optional.of("Lund")),
                "registration");

        assertThat(HOUSE.vault.reveal(
                        person, Set.of(Field.NAME, Field.EMAIL, Field.CITY), Purpose.ACCOUNT, NOTIFICATION))
                .isEqualTo(new Revealed(Map.of(Field.EMAIL, "second@mail.example", Field.CITY, "Lund")));
        assertThat(HOUSE.vault.findByEmail("first@mail.example")).isEmpty();
        assertThat(HOUSE.vault.findByEmail("second@mail.example")).contains(person);
    }

    @Test
    public void keepsTheOldValuesWhereACorrectionCollides() {
        HOUSE.enrol("Bob", "taken@mail.example");
        PersonId person = HOUSE.enrol("Ann", "own@mail.example");

        assertThatThrownBy(() -> HOUSE.vault.correct(
                        person,
                        Map.of(Field.NAME, Optional.of("Anna"), Field.EMAIL, Optional.of("taken@mail.example")),
                        "registration"))
                .isInstanceOf(DuplicateValueException.class);

        assertThat(HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, NOTIFICATION))
                .isEqualTo(new Revealed(Map.of(Field.NAME, "Ann")));
        assertThat(HOUSE.vault.findByEmail("own@mail.example")).contains(person);
    }

    @Test
    public void correctsOnlyPeopleWhoAreThere() {
        assertThatThrownBy(() ->
                        HOUSE.vault.correct(PersonId.random(), Map.of(Field.NAME, Optional.of("Ann")), "registration"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void noticesAValueThatWasMovedToAnotherPersonOrField() {
        PersonId ann = HOUSE.enrol();
        PersonId bob = HOUSE.enrol();
        HOUSE.tamper(
                "UPDATE vault_value SET envelope = (SELECT envelope FROM vault_value WHERE person = ? AND field ="
                        + " 'name') WHERE person = ? AND field = 'name'",
                ann.toString(),
                bob.toString());
        HOUSE.tamper(
                "UPDATE vault_value SET envelope = (SELECT envelope FROM vault_value WHERE person = ? AND field ="
                        + " 'email') WHERE person = ? AND field = 'name'",
                ann.toString(),
                ann.toString());

        for (PersonId person : List.of(ann, bob)) {
            assertThatThrownBy(() -> HOUSE.vault.reveal(person, NAME_AND_PHONE, Purpose.ACCOUNT, NOTIFICATION))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("altered");
            // Written down before it is opened: the record may say more than was revealed, never less.
            assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items()).hasSize(1);
        }
        HOUSE.tamper("DELETE FROM vault_value WHERE person IN (?, ?)", ann.toString(), bob.toString());
    }

    @Test
    public void listsUsesNewestFirstByCursor() {
        PersonId person = HOUSE.enrol();
        for (int i = 0; i < 5; i++) {
            HOUSE.vault.reveal(person, NAME_AND_PHONE, Purpose.ACCOUNT, Recipient.platform("reader-" + i));
        }

        List<String> readers = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Slice<Use> slice = HOUSE.vault.uses(person, 2, cursor);
            slice.items().forEach(use -> readers.add(use.recipient().name()));
            cursor = slice.next();
        } while (cursor.isPresent());

        assertThat(readers).containsExactly("reader-4", "reader-3", "reader-2", "reader-1", "reader-0");
        assertThatThrownBy(() -> HOUSE.vault.uses(person, 2, Optional.of("1 OR 1=1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void sealsForAPersonAndAContext() {
        PersonId ann = HOUSE.enrol();
        PersonId bob = HOUSE.enrol();
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);

        byte[] sealed = HOUSE.vault.seal(ann, "outbox/1", secret);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(HOUSE.vault.open(ann, "outbox/1", sealed))
                .hasValueSatisfying(open -> assertThat(open).isEqualTo(secret));
        assertThatThrownBy(() -> HOUSE.vault.open(ann, "outbox/2", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HOUSE.vault.open(bob, "outbox/1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HOUSE.vault.seal(PersonId.random(), "outbox/1", secret))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void sealsInTheTransactionThatEnrols() {
        PersonId person = PersonId.random();

        byte[] sealed = HOUSE.data.transactions().required(() -> {
            HOUSE.vault.enrol(person, Map.of(Field.NAME, "Ann"), "registration");
            return HOUSE.vault.seal(person, "outbox/1", new byte[] {1});
        });

        assertThat(HOUSE.vault.open(person, "outbox/1", sealed)).isPresent();
    }

    @Test
    public void readsOnAfterARestart() {
        PersonId person = HOUSE.enrol("Ann", "again@mail.example");
        byte[] sealed = HOUSE.vault.seal(person, "outbox/1", new byte[] {1});

        HOUSE.restart();

        assertThat(HOUSE.vault.findByEmail("again@mail.example")).contains(person);
        assertThat(HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, NOTIFICATION))
                .isEqualTo(new Revealed(Map.of(Field.NAME, "Ann")));
        assertThat(HOUSE.vault.open(person, "outbox/1", sealed)).isPresent();
        assertThat(HOUSE.verification.verify().breaks()).isZero();
    }

    @Test
    public void readsAndWritesWhileAnotherEnrolmentIsOpen() throws Exception {
        PersonId person = HOUSE.enrol();
        ExecutorService other = Executors.newSingleThreadExecutor();

        HOUSE.data.transactions().required(() -> {
            HOUSE.enrol();
            Future<Reveal> reveal = other.submit(() -> {
                HOUSE.enrol();
                HOUSE.vault.correct(person, Map.of(Field.CITY, Optional.of("Lund")), "registration");
                HOUSE.vault.findByEmail("nobody@mail.example");
                return HOUSE.vault.reveal(person, NAME_AND_PHONE, Purpose.ACCOUNT, NOTIFICATION);
            });
            assertThat(reveal).succeedsWithin(5, TimeUnit.SECONDS);
        });

        other.shutdown();
    }

    @Test
    public void recordsEveryUseOfManyReadersAtOnce() throws Exception {
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(HOUSE.enrol());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            PersonId person = people.get(i % people.size());
            readers.add(threads.submit(() -> {
                for (int n = 0; n < 50; n++) {
                    HOUSE.vault.reveal(person, NAME_AND_PHONE, Purpose.ACCOUNT, NOTIFICATION);
                }
            }));
        }
        for (Future<?> reader : readers) {
            reader.get();
        }
        threads.shutdown();

        Set<Long> counts = new HashSet<>();
        people.forEach(person -> counts.add(HOUSE.history.count(person)));
        assertThat(counts).containsExactly(100L);
        assertThat(HOUSE.verification.verify().breaks()).isZero();
    }

    private static Reason reason(PersonId person, String purpose) {
        return ((Refused) HOUSE.vault.reveal(person, NAME_AND_PHONE, purpose, NOTIFICATION)).reason();
    }
}
