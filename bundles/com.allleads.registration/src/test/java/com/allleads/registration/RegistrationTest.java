package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.vault.Field;
import com.allleads.registration.FakeOutbox.Sent;
import com.allleads.registration.RegistrationForm.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public class RegistrationTest {

    private final RegistrationHouse house = new RegistrationHouse();

    @Rule
    public final TestRule standing = house.standing();

    // ---- registering

    @Test
    public void storesThePersonTheAccountTheDecisionsAndTheWelcomeMessage() {
        String email = RegistrationHouse.newEmail();

        PersonId person = house.registered(email);

        assertThat(house.vault.valuesOf(person))
                .containsEntry(Field.EMAIL, email)
                .containsEntry(Field.NAME, "Ada Lovelace")
                .containsEntry(Field.PHONE, "+1 (415) 555-0123")
                .containsEntry(Field.POSTAL_CODE, "SW1Y 4JH")
                .doesNotContainKey(Field.REGION);
        assertThat(house.known.status(person)).contains(Status.UNVERIFIED);
        assertThat(house.consent.recorded(person)).containsExactly(new Act("news", false, "sha-256:news"));
        assertThat(house.outbox.to(person)).extracting(Sent::template).containsExactly("welcome");
        assertThat(house.outbox.pin(person, "welcome")).matches("[0-9]{6}");
    }

    @Test
    public void storesNothingWhenTheWelcomeMessageCannotBeStored() {
        house.outbox.fail();

        assertThatThrownBy(() -> house.registered(RegistrationHouse.newEmail()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(house.count("registration_account")).isZero();
        assertThat(house.count("registration_pin")).isZero();
    }

    @Test
    public void keepsNeitherPasswordNorPinInClear() {
        PersonId person = house.registered(RegistrationHouse.newEmail());

        String kept = house.store.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT a.password_hash, p.digest FROM registration_account a"
                                + " JOIN registration_pin p ON p.person = a.person")
                .map((row, context) -> row.getString(1) + " " + row.getString(2))
                .one());
        assertThat(kept)
                .startsWith("$argon2id$v=19$")
                .doesNotContain(RegistrationHouse.PASSWORD)
                .doesNotContain(house.outbox.pin(person, "welcome"));
    }

    @Test
    public void answersAnEmailThatHasAnOwnerWithAnotherIdAndTellsOnlyTheOwner() {
        String email = RegistrationHouse.newEmail();
        PersonId owner = house.registered(email);

        PersonId answered = house.registered(email.toUpperCase(Locale.ROOT));

        assertThat(answered).isNotEqualTo(owner);
        assertThat(house.vault.people()).isEqualTo(1);
        assertThat(house.count("registration_account")).isEqualTo(1);
        assertThat(house.outbox.to(owner)).extracting(Sent::template).containsExactly("welcome", "already-registered");
        assertThat(house.outbox.to(answered)).isEmpty();
    }

    @Test
    public void tellsTheOwnerOnceAnHourAtMost() {
        String email = RegistrationHouse.newEmail();
        PersonId owner = house.registered(email);
        for (int i = 0; i < 5; i++) {
            house.registered(email);
        }

        // The hour may turn in the middle of the test.
        assertThat(house.outbox.to(owner)).hasSizeBetween(2, 3);
    }

    @Test
    public void givesTheIdOfAnEmailThatHasAnOwnerTheSamePin() {
        String email = RegistrationHouse.newEmail();
        house.registered(email);

        PersonId answered = house.registered(email);

        assertThat(triesLeft(answered)).isEqualTo(5);
        assertThat(house.registration.verify(answered, "000000")).isFalse();
        assertThat(triesLeft(answered)).isEqualTo(4);
        house.letPinsAge();
        house.registration.sendNewPin(answered);
        assertThat(triesLeft(answered)).isEqualTo(5);
        assertThat(house.outbox.to(answered)).isEmpty();
    }

    @Test
    public void letsOneOfManyWinWhoRegisterAnEmailAtTheSameTime() throws Exception {
        String email = RegistrationHouse.newEmail();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<PersonId>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> house.registered(email)));
        }
        Set<PersonId> ids = new HashSet<>();
        for (Future<PersonId> answer : answers) {
            ids.add(answer.get());
        }
        threads.shutdown();

        assertThat(ids).hasSize(8);
        assertThat(house.count("registration_account")).isEqualTo(1);
        assertThat(house.vault.people()).isEqualTo(1);
    }

    @Test
    public void namesEveryFieldThatCannotBeAccepted() {
        RegistrationForm wrong = new RegistrationForm(
                "no address",
                "short",
                " ",
                "call me",
                new Address("", "London", null, null, "XX"),
                new Address("1 Street", null, null, null, "us"),
                "pigeon",
                null,
                List.of(new Choice("news", null, "sha-256:news")));

        assertThat(refused(wrong))
                .containsExactlyInAnyOrder(
                        "email",
                        "password",
                        "name",
                        "phone",
                        "address.street",
                        "address.country",
                        "billingAddress.city",
                        "billingAddress.country",
                        "replyBy",
                        "choices[0].granted");
        assertThat(house.count("registration_account")).isZero();
    }

    @Test
    public void namesTheChoiceThatCannotBeRecorded() {
        assertThat(refused(with(List.of(new Choice("news", true, "sha-256:old")))))
                .containsExactly("choices[0].textDigest");
        assertThat(refused(with(List.of(
                        new Choice("news", true, "sha-256:news"), new Choice("made-up", true, "sha-256:news")))))
                .containsExactly("choices[1].purpose");
    }

    @Test
    public void needsAPhoneOnlyWhereAnswersAreToComeByPhone() {
        RegistrationForm form = RegistrationHouse.form(RegistrationHouse.newEmail());
        assertThat(refused(new RegistrationForm(
                        form.email(), form.password(), form.name(), null, null, null, "phone", null, null)))
                .containsExactly("phone");
        assertThat(house.registration.register(
                        new RegistrationForm(
                                form.email(), form.password(), form.name(), null, null, null, "email", null, null),
                        Occasion.at(RegistrationPoint.ID, "en"),
                        Language.ENGLISH))
                .isNotNull();
    }

    @Test
    public void asksForTheAgeOnlyWhereTheGateIsOn() {
        house.settings.modified(new TestConfiguration() {
            @Override
            public String age_gate() {
                return "true";
            }
        });
        RegistrationForm form = RegistrationHouse.form(RegistrationHouse.newEmail());

        assertThat(refused(form)).containsExactly("ofAge");
        assertThat(house.registration.register(
                        new RegistrationForm(
                                form.email(),
                                form.password(),
                                form.name(),
                                form.phone(),
                                null,
                                null,
                                "email",
                                true,
                                List.of()),
                        Occasion.at(RegistrationPoint.ID, "en"),
                        Language.ENGLISH))
                .isNotNull();
    }

    @Test
    public void refusesPasswordsThatEverybodyTriesFirst() {
        assertThat(refused(withPassword("Password1"))).containsExactly("password");
        assertThat(refused(withPassword("x".repeat(129)))).containsExactly("password");
        assertThat(refused(withPassword("seven77"))).containsExactly("password");
        RegistrationForm form = RegistrationHouse.form(RegistrationHouse.newEmail());
        assertThat(refused(new RegistrationForm(
                        form.email(), form.email(), form.name(), null, null, null, "email", null, List.of())))
                .containsExactly("password");
    }

    @Test
    public void takesEmailAddressesThatArriveAndNoOthers() {
        for (String good : List.of("a@b.example", "o'hara+news@mail.co.example", "x".repeat(64) + "@mail.example")) {
            assertThat(house.registered(good)).as(good).isNotNull();
        }
        for (String bad : List.of(
                "a@b",
                "a b@mail.example",
                "a@mail..example",
                "@mail.example",
                "a@-mail.example",
                "Ada <a@mail.example>",
                "a@mail.example\nBcc: b@mail.example",
                "x".repeat(65) + "@mail.example",
                "a@" + "mail.".repeat(60) + "example")) {
            assertThat(refused(RegistrationHouse.form(bad))).as(bad).containsExactly("email");
        }
    }

    // ---- verifying

    @Test
    public void activatesByTheRightPinOnce() {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        String pin = house.outbox.pin(person, "welcome");

        assertThat(house.registration.verify(person, pin)).isTrue();
        assertThat(house.known.status(person)).contains(Status.ACTIVE);
        assertThat(house.registration.verify(person, pin)).as("replayed").isFalse();
    }

    @Test
    public void refusesAnotherPersonsPin() {
        PersonId one = house.registered(RegistrationHouse.newEmail());
        PersonId other = house.registered(RegistrationHouse.newEmail());

        assertThat(house.registration.verify(other, notThe(house.outbox.pin(other, "welcome"))))
                .isFalse();
        boolean same = house.outbox.pin(one, "welcome").equals(house.outbox.pin(other, "welcome"));
        assertThat(house.registration.verify(other, house.outbox.pin(one, "welcome")))
                .isEqualTo(same);
        assertThat(house.registration.verify(PersonId.random(), house.outbox.pin(one, "welcome")))
                .isFalse();
    }

    @Test
    public void locksAfterFiveWrongPins() {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        String pin = house.outbox.pin(person, "welcome");
        for (int i = 0; i < 5; i++) {
            assertThat(house.registration.verify(person, notThe(pin))).isFalse();
        }

        assertThat(house.registration.verify(person, pin)).isFalse();
        assertThat(house.known.status(person)).contains(Status.UNVERIFIED);
    }

    @Test
    public void countsTriesThatComeAtTheSameTime() throws Exception {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        String wrong = notThe(house.outbox.pin(person, "welcome"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tries.add(threads.submit(() -> house.registration.verify(person, wrong)));
        }
        for (Future<Boolean> one : tries) {
            assertThat(one.get()).isFalse();
        }
        threads.shutdown();

        assertThat(triesLeft(person)).isZero();
    }

    @Test
    public void refusesAPinThatExpired() {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        house.set("registration_pin", "expires_at", System.currentTimeMillis() - 1);

        assertThat(house.registration.verify(person, house.outbox.pin(person, "welcome")))
                .isFalse();
    }

    @Test
    public void sendsANewPinThatReplacesTheLockedOne() {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        String first = house.outbox.pin(person, "welcome");
        for (int i = 0; i < 5; i++) {
            house.registration.verify(person, notThe(first));
        }
        house.letPinsAge();

        house.registration.sendNewPin(person);

        assertThat(house.registration.verify(person, house.outbox.pin(person, "new-pin")))
                .isTrue();
    }

    @Test
    public void sendsOneNewPinAMinute() {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        house.registration.sendNewPin(person);
        house.registration.sendNewPin(person);

        assertThat(house.outbox.to(person)).extracting(Sent::template).containsExactly("welcome");
        house.letPinsAge();
        house.registration.sendNewPin(person);
        house.registration.sendNewPin(person);
        assertThat(house.outbox.to(person)).extracting(Sent::template).containsExactly("welcome", "new-pin");
    }

    @Test
    public void sendsNoPinToWhomItIsNoUse() {
        PersonId verified = house.verified(RegistrationHouse.newEmail());
        house.letPinsAge();

        house.registration.sendNewPin(verified);
        house.registration.sendNewPin(PersonId.random());

        assertThat(house.outbox.to(verified)).extracting(Sent::template).containsExactly("welcome");
    }

    private int triesLeft(PersonId person) {
        return house.store.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT tries_left FROM registration_pin WHERE person = :person")
                .bind("person", person.toString())
                .mapTo(Integer.class)
                .one());
    }

    private List<String> refused(RegistrationForm form) {
        try {
            house.registration.register(form, Occasion.at(RegistrationPoint.ID, "en"), Language.ENGLISH);
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(422);
            return refused.problem().errors().stream().map(FieldError::field).toList();
        }
        throw new AssertionError("nothing was refused");
    }

    private static RegistrationForm with(List<Choice> choices) {
        RegistrationForm form = RegistrationHouse.form(RegistrationHouse.newEmail());
        return new RegistrationForm(
                form.email(), form.password(), form.name(), null, null, null, "email", null, choices);
    }

    private static RegistrationForm withPassword(String password) {
        RegistrationForm form = RegistrationHouse.form(RegistrationHouse.newEmail());
        return new RegistrationForm(form.email(), password, form.name(), null, null, null, "email", null, List.of());
    }

    private static String notThe(String pin) {
        return String.format("%06d", (Integer.parseInt(pin) + 1) % 1_000_000);
    }
}
