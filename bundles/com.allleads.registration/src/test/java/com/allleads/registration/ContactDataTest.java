package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.registration.ContactData.Held;
import com.allleads.registration.Correction.Change;
import com.allleads.registration.Correction.Change.Keep;
import com.allleads.registration.Correction.Change.Put;
import com.allleads.registration.Correction.Change.Remove;
import com.allleads.registration.FakeOutbox.Sent;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public class ContactDataTest {

    private final RegistrationHouse house = new RegistrationHouse();

    @Rule
    public final TestRule standing = house.standing();

    private final String email = RegistrationHouse.newEmail();
    private PersonId person;

    @Before
    public void register() {
        person = house.verified(email);
    }

    @Test
    public void showsWhatIsHeldAsItWasEnteredAndWritesTheUseDown() {
        Held held = house.contactData.of(person);

        assertThat(held.email()).contains(email);
        assertThat(held.phone()).contains("+1 (415) 555-0123");
        assertThat(held.address()).contains(new Address("12 St James's Square", "London", null, "SW1Y 4JH", "GB"));
        assertThat(held.billingAddress()).isEmpty();
        assertThat(held.emailPending()).isFalse();
        assertThat(house.vault.uses()).hasSize(1).allSatisfy(use -> {
            assertThat(use.purpose()).isEqualTo("rights");
            assertThat(use.recipient()).isEqualTo(Recipient.THE_PERSON);
        });
    }

    @Test
    public void correctsWhatIsWrongAndLeavesTheRest() {
        Address billing = new Address("1 Main St", "Fresno", "CA", "93650", "US");

        Held held = house.contactData.correct(
                person,
                new Correction(
                        Optional.empty(),
                        Optional.of("Ada King"),
                        new Keep<>(),
                        new Keep<>(),
                        new Put<>(billing),
                        Optional.empty()));

        assertThat(held.name()).contains("Ada King");
        assertThat(held.billingAddress()).contains(billing);
        assertThat(held.phone()).isPresent();
        assertThat(held.address()).isPresent();
    }

    @Test
    public void replacesAnAddressAsAWhole() {
        correct(address(new Put<>(new Address("1 Main St", "Fresno", "CA", "93650", "US"))));

        Held held = correct(address(new Put<>(new Address("Gata 1", "Reykjavik", null, null, "IS"))));

        assertThat(held.address()).contains(new Address("Gata 1", "Reykjavik", null, null, "IS"));
    }

    @Test
    public void removesWhatIsOptional() {
        Held held = house.contactData.correct(
                person,
                new Correction(
                        Optional.empty(),
                        Optional.empty(),
                        new Remove<>(),
                        new Remove<>(),
                        new Keep<>(),
                        Optional.empty()));

        assertThat(held.phone()).isEmpty();
        assertThat(held.address()).isEmpty();
    }

    @Test
    public void keepsAPhoneThatAnswersAreToComeBy() {
        correct(new Correction(
                Optional.empty(), Optional.empty(), new Keep<>(), new Keep<>(), new Keep<>(), Optional.of("phone")));

        assertThat(refused(() -> correct(new Correction(
                        Optional.empty(),
                        Optional.empty(),
                        new Remove<>(),
                        new Keep<>(),
                        new Keep<>(),
                        Optional.empty()))))
                .containsExactly("phone");
        assertThat(house.contactData.of(person).phone()).isPresent();
    }

    @Test
    public void changesNothingWhereOneFieldIsWrong() {
        assertThat(refused(() -> correct(new Correction(
                        Optional.empty(),
                        Optional.of("Ada King"),
                        new Put<>("call me"),
                        new Keep<>(),
                        new Keep<>(),
                        Optional.empty()))))
                .containsExactly("phone");
        assertThat(house.contactData.of(person).name()).contains("Ada Lovelace");
    }

    @Test
    public void takesACorrectionOrAConfirmationForAReview() {
        house.set("registration_account", "reviewed_at", 0);
        house.contactData.confirm(person);
        assertThat(house.contactData.of(person).contactReviewedAt().toEpochMilli())
                .isPositive();

        house.set("registration_account", "reviewed_at", 0);
        correct(new Correction(
                Optional.empty(), Optional.of("Ada King"), new Keep<>(), new Keep<>(), new Keep<>(), Optional.empty()));
        assertThat(house.contactData.of(person).contactReviewedAt().toEpochMilli())
                .isPositive();
    }

    // ---- a new email address

    @Test
    public void usesANewEmailAddressOnceItIsConfirmed() {
        Held asked = correct(email("ada@new.example"));
        assertThat(asked.email()).contains(email);
        assertThat(asked.emailPending()).isTrue();

        Held confirmed = house.contactData.confirmEmail(person, house.outbox.pin(person, "email-confirmation"));

        assertThat(confirmed.email()).contains("ada@new.example");
        assertThat(confirmed.emailPending()).isFalse();
        assertThat(house.vault.valuesOf(person)).doesNotContainKey(RegistrationPoint.PENDING_EMAIL);
    }

    @Test
    public void tellsTheOldAddressThatItIsToBeReplaced() {
        correct(email("ada@new.example"));

        assertThat(house.outbox.to(person))
                .extracting(Sent::template)
                .containsExactly("welcome", "email-confirmation", "email-change");
    }

    @Test
    public void refusesAWrongPinAndLocksAfterFive() {
        correct(email("ada@new.example"));
        String pin = house.outbox.pin(person, "email-confirmation");
        String wrong = pin.equals("123456") ? "654321" : "123456";
        for (int i = 0; i < 5; i++) {
            assertThat(refused(() -> house.contactData.confirmEmail(person, wrong)))
                    .containsExactly("pin");
        }

        assertThat(refused(() -> house.contactData.confirmEmail(person, pin))).containsExactly("pin");
        assertThat(house.contactData.of(person).email()).contains(email);
    }

    @Test
    public void refusesAPinThatWasSentToAnotherAddress() {
        correct(email("first@new.example"));
        String first = house.outbox.pin(person, "email-confirmation");
        house.letPinsAge();
        correct(email("second@new.example"));
        String second = house.outbox.pin(person, "email-confirmation");

        if (!first.equals(second)) {
            assertThat(refused(() -> house.contactData.confirmEmail(person, first)))
                    .containsExactly("pin");
        }
        assertThat(house.contactData.confirmEmail(person, second).email()).contains("second@new.example");
    }

    @Test
    public void refusesAPinOnceTheAddressItWasSentToIsNoLongerTheOneEntered() {
        correct(email("first@new.example"));
        String pin = house.outbox.pin(person, "email-confirmation");
        house.vault.correct(
                person, java.util.Map.of(RegistrationPoint.PENDING_EMAIL, Optional.of("victim@mail.example")), "any");

        assertThat(refused(() -> house.contactData.confirmEmail(person, pin))).containsExactly("pin");
    }

    @Test
    public void sendsOneConfirmationAMinute() {
        correct(email("first@new.example"));

        assertThatThrownBy(() -> correct(email("second@new.example")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
        assertThat(house.outbox.to(person))
                .extracting(Sent::template)
                .containsExactly("welcome", "email-confirmation", "email-change");
    }

    @Test
    public void forgetsANewAddressWhenTheOldOneIsEnteredAgain() {
        correct(email("ada@new.example"));

        assertThat(correct(email(email)).emailPending()).isFalse();
        assertThat(refused(
                        () -> house.contactData.confirmEmail(person, house.outbox.pin(person, "email-confirmation"))))
                .containsExactly("pin");
    }

    @Test
    public void revealsThatAnAddressHasAnAccountOnlyToItsOwner() {
        String taken = RegistrationHouse.newEmail();
        house.verified(taken);

        Held asked = correct(email(taken));
        assertThat(asked.emailPending()).as("answered like any other address").isTrue();

        assertThat(refused(
                        () -> house.contactData.confirmEmail(person, house.outbox.pin(person, "email-confirmation"))))
                .containsExactly("email");
        assertThat(house.contactData.of(person).email()).contains(email);
    }

    @Test
    public void refusesWhatIsNoEmailAddress() {
        assertThat(refused(() -> correct(email("nowhere")))).containsExactly("email");
        assertThat(house.vault.valuesOf(person)).doesNotContainKey(new Field("email.pending"));
    }

    private Held correct(Correction correction) {
        return house.contactData.correct(person, correction);
    }

    private static Correction email(String email) {
        return new Correction(
                Optional.of(email), Optional.empty(), new Keep<>(), new Keep<>(), new Keep<>(), Optional.empty());
    }

    private static Correction address(Change<Address> address) {
        return new Correction(
                Optional.empty(), Optional.empty(), new Keep<>(), address, new Keep<>(), Optional.empty());
    }

    private static List<String> refused(ThrowingCallable call) {
        try {
            call.call();
        } catch (ProblemException refused) {
            return refused.problem().errors().stream().map(FieldError::field).toList();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("nothing was refused");
    }
}
