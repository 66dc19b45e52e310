package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Device;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.registration.SignIn.Outcome;
import com.allleads.registration.SignIn.Outcome.Refused;
import com.allleads.registration.SignIn.Outcome.SignedIn;
import com.allleads.registration.SignIn.Outcome.Unverified;
import com.allleads.registration.SignIn.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public class SignInTest {

    private final RegistrationHouse house = new RegistrationHouse();

    @Rule
    public final TestRule standing = house.standing();

    private final String email = RegistrationHouse.newEmail();

    @Test
    public void beginsASessionThatIsFoundByItsToken() {
        PersonId person = house.verified(email);

        SignedIn signedIn = signedIn(Stay.UNTIL_THE_BROWSER_CLOSES);

        assertThat(house.sessions.find(signedIn.session().token()))
                .map(Session::person)
                .contains(person);
        assertThat(signedIn.session().session().expires())
                .isCloseTo(Instant.now().plus(Duration.ofHours(12)), within());
    }

    @Test
    public void keepsASessionLongerWherePeopleAskForIt() {
        house.verified(email);

        assertThat(signedIn(Stay.WITH_A_REPLACED_COOKIE).session().session().expires())
                .isCloseTo(Instant.now().plus(Duration.ofDays(30)), within());
    }

    @Test
    public void answersAWrongPasswordLikeAnUnknownEmail() {
        house.verified(email);

        assertThat(house.signIn.signIn(email, "wrong password", Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .isEqualTo(new Refused());
        assertThat(house.signIn.signIn(
                        "nobody@mail.example",
                        RegistrationHouse.PASSWORD,
                        Stay.UNTIL_THE_BROWSER_CLOSES,
                        Device.UNKNOWN))
                .isEqualTo(new Refused());
    }

    @Test
    public void tellsOnlyWhoKnowsThePasswordThatThePinIsMissing() {
        PersonId person = house.registered(email);

        assertThat(house.signIn.signIn(email, "wrong password", Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .isEqualTo(new Refused());
        assertThat(house.signIn.signIn(
                        email, RegistrationHouse.PASSWORD, Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .isEqualTo(new Unverified(person));
    }

    @Test
    public void locksAnAccountForAWhileAfterTooManyWrongPasswords() {
        house.verified(email);
        for (int i = 0; i < 3; i++) {
            house.signIn.signIn(email, "wrong password", Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN);
        }

        assertThat(house.signIn.signIn(
                        email, RegistrationHouse.PASSWORD, Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .as("answered like a wrong password")
                .isEqualTo(new Refused());
        house.set("registration_account", "locked_until", System.currentTimeMillis() - 1);
        assertThat(house.signIn.signIn(
                        email, RegistrationHouse.PASSWORD, Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    public void countsWrongPasswordsWhereverOneIsAskedFor() {
        PersonId person = house.verified(email);
        for (int i = 0; i < 3; i++) {
            assertThat(house.known.passwordMatches(person, "wrong password")).isFalse();
        }

        assertThat(house.known.passwordMatches(person, RegistrationHouse.PASSWORD))
                .isFalse();
    }

    @Test
    public void startsCountingAnewAfterASignIn() {
        house.verified(email);
        for (int i = 0; i < 5; i++) {
            house.signIn.signIn(email, "wrong password", Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN);
            assertThat(house.signIn.signIn(
                            email, RegistrationHouse.PASSWORD, Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                    .isInstanceOf(SignedIn.class);
        }
    }

    @Test
    public void offersContactDataForReviewOnceItIsOld() {
        house.verified(email);
        assertThat(signedIn(Stay.UNTIL_THE_BROWSER_CLOSES).reviewDue()).isFalse();

        house.set(
                "registration_account",
                "reviewed_at",
                Instant.now().minus(400, ChronoUnit.DAYS).toEpochMilli());

        assertThat(signedIn(Stay.UNTIL_THE_BROWSER_CLOSES).reviewDue()).isTrue();
    }

    @Test
    public void shutsTheDoorAfterDeactivation() {
        PersonId person = house.verified(email);
        SignedIn before = signedIn(Stay.WITH_A_REPLACED_COOKIE);

        assertThat(house.deactivation.deactivate(person, "wrong password")).isFalse();
        assertThat(house.sessions.find(before.session().token())).isPresent();
        assertThat(house.deactivation.deactivate(person, RegistrationHouse.PASSWORD))
                .isTrue();

        assertThat(house.sessions.find(before.session().token())).isEmpty();
        assertThat(house.signIn.signIn(
                        email, RegistrationHouse.PASSWORD, Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .isEqualTo(new Refused());
    }

    @Test
    public void shutsTheDoorAfterErasure() {
        PersonId person = house.verified(email);
        SignedIn before = signedIn(Stay.WITH_A_REPLACED_COOKIE);

        house.vault.erase(person);

        assertThat(house.sessions.find(before.session().token())).isEmpty();
        assertThat(house.count("registration_session")).isZero();
        assertThat(house.signIn.signIn(
                        email, RegistrationHouse.PASSWORD, Stay.UNTIL_THE_BROWSER_CLOSES, Device.UNKNOWN))
                .isEqualTo(new Refused());
        assertThat(house.known.passwordMatches(person, RegistrationHouse.PASSWORD))
                .isFalse();
        assertThat(house.known.passwordMatches(person, AccountTable.NO_PASSWORD))
                .isFalse();
    }

    private SignedIn signedIn(Stay stay) {
        Outcome outcome = house.signIn.signIn(email, RegistrationHouse.PASSWORD, stay, Device.UNKNOWN);
        assertThat(outcome).isInstanceOf(SignedIn.class);
        return (SignedIn) outcome;
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES);
    }
}
