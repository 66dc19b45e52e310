package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.registration.FakeOutbox.Sent;
import com.allleads.registration.promises.ContactReviewOffered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public class HousekeepingTest {

    private final RegistrationHouse house = new RegistrationHouse();

    @Rule
    public final TestRule standing = house.standing();

    private final String email = RegistrationHouse.newEmail();

    // ---- contact data

    @Test
    public void remindsOnceWhoDidNotReviewForAYear() {
        PersonId person = house.verified(email);
        pass(370);
        assertThat(evidence().state()).isEqualTo(PromiseState.BROKEN);

        house.housekeeping.remind();
        house.housekeeping.remind();

        assertThat(house.outbox.to(person)).extracting(Sent::template).containsExactly("welcome", "contact-review");
        assertThat(evidence().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void remindsAgainAYearLater() {
        PersonId person = house.verified(email);
        pass(370);
        house.housekeeping.remind();
        pass(370);
        house.housekeeping.remind();

        assertThat(house.outbox.to(person)).hasSize(3);
    }

    @Test
    public void remindsNobodyWhoReviewedOrWasAskedAtSignIn() {
        PersonId reviewed = house.verified(email);
        PersonId asked = house.verified(RegistrationHouse.newEmail());
        pass(370);
        house.contactData.confirm(reviewed);
        house.accounts.noteSignIn(asked, true);

        house.housekeeping.remind();

        assertThat(house.outbox.to(reviewed)).hasSize(1);
        assertThat(house.outbox.to(asked)).hasSize(1);
        assertThat(evidence().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void remindsNobodyWhoseAccountIsClosed() {
        PersonId person = house.verified(email);
        house.deactivation.deactivate(person, RegistrationHouse.PASSWORD);
        pass(370);

        house.housekeeping.remind();

        assertThat(house.outbox.to(person)).hasSize(1);
        assertThat(evidence().state()).isEqualTo(PromiseState.KEPT);
    }

    // ---- registrations that nobody verified

    @Test
    public void erasesARegistrationThatNobodyVerifiedAndFreesItsAddress() {
        PersonId person = house.registered(email);
        pass(8);

        house.housekeeping.forget();

        assertThat(house.vault.findByEmail(email)).isEmpty();
        assertThat(house.known.status(person)).contains(Status.DEACTIVATED);
        assertThat(house.registration.verify(person, house.outbox.pin(person, "welcome")))
                .isFalse();
        assertThat(house.known.status(house.registered(email))).contains(Status.UNVERIFIED);
    }

    @Test
    public void leavesRegistrationsThatAreVerifiedOrYoung() {
        PersonId verified = house.verified(email);
        pass(8);
        PersonId young = house.registered(RegistrationHouse.newEmail());

        house.housekeeping.forget();

        assertThat(house.known.status(verified)).contains(Status.ACTIVE);
        assertThat(house.known.status(young)).contains(Status.UNVERIFIED);
        assertThat(house.vault.people()).isEqualTo(2);
    }

    @Test
    public void finishesAnErasureThatACrashInterrupted() {
        PersonId person = house.registered(email);
        house.accounts.forgetting(person);
        assertThat(house.vault.people()).isEqualTo(1);

        house.housekeeping.forget();

        assertThat(house.vault.people()).isZero();
        assertThat(house.accounts.toForget(Instant.EPOCH, 10)).isEmpty();
    }

    // ---- sessions and PINs

    @Test
    public void forgetsPinsThatNobodyWillEnter() {
        PersonId owner = house.verified(email);
        house.registered(email);
        assertThat(house.count("registration_pin")).isEqualTo(1);
        house.letPinsAge();

        house.housekeeping.sweep();

        assertThat(house.count("registration_pin")).isZero();
        assertThat(house.known.status(owner)).contains(Status.ACTIVE);
    }

    private Evidence evidence() {
        return new ContactReviewOffered(house.store.jdbi(), house.settings).count();
    }

    /** Lets days pass: everything that was noted is so much older. */
    private void pass(int days) {
        long millis = ChronoUnit.DAYS.getDuration().multipliedBy(days).toMillis();
        house.store.jdbi().useHandle(handle -> handle.createUpdate("UPDATE registration_account SET registered_at ="
                        + " registered_at - :millis, reviewed_at = reviewed_at - :millis,"
                        + " review_offered_at = review_offered_at - :millis")
                .bind("millis", millis)
                .execute());
    }
}
