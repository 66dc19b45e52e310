package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.api.registration.Accounts;
import com.allleads.api.registration.Accounts.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public class KnownAccountsTest {

    private final RegistrationHouse house = new RegistrationHouse();

    @Rule
    public final TestRule standing = house.standing();

    private AccountDirectory directory;
    private Instant before;

    @Before
    public void open() {
        directory = new KnownAccounts(house.accounts, house.passwordCheck);
        // Tables keep whole milliseconds.
        before = Instant.ofEpochMilli(System.currentTimeMillis());
    }

    @Test
    public void anAccountIsActiveSinceItsPinWasEntered() {
        PersonId verified = house.verified(RegistrationHouse.newEmail());
        house.registered(RegistrationHouse.newEmail());

        assertThat(directory.activeSince(before.minusMillis(1), Optional.empty(), 10))
                .isEmpty();
        assertThat(directory.activeSince(Instant.now(), Optional.empty(), 10)).containsExactly(verified);
        assertThat(directory.activeSince(Instant.now(), Optional.of(verified), 10))
                .isEmpty();
        assertThat(directory.countActive()).isEqualTo(1);
    }

    @Test
    public void anAccountOfWhichThatWasNotNotedIsActiveSinceItsRegistration() {
        PersonId verified = house.verified(RegistrationHouse.newEmail());
        house.store.jdbi().useHandle(handle -> handle.execute("UPDATE registration_account SET activated_at = NULL"));

        assertThat(directory.activeSince(before.minusMillis(1), Optional.empty(), 10))
                .isEmpty();
        assertThat(directory.activeSince(Instant.now(), Optional.empty(), 10)).containsExactly(verified);
    }

    @Test
    public void tellsWhereAnAccountStands() {
        PersonId verified = house.verified(RegistrationHouse.newEmail());
        PersonId fresh = house.registered(RegistrationHouse.newEmail());
        PersonId gone = house.verified(RegistrationHouse.newEmail());
        house.deactivation.deactivate(gone, RegistrationHouse.PASSWORD);
        Accounts accounts = new KnownAccounts(house.accounts, house.passwordCheck);

        assertThat(accounts.status(verified)).contains(Status.ACTIVE);
        assertThat(accounts.status(fresh)).contains(Status.UNVERIFIED);
        assertThat(accounts.status(gone)).contains(Status.DEACTIVATED);
        assertThat(accounts.status(PersonId.random())).isEmpty();
    }

    @Test
    public void noticesAtOnceWhoIsNoLongerActive() {
        PersonId person = house.verified(RegistrationHouse.newEmail());
        Accounts accounts = new KnownAccounts(house.accounts, house.passwordCheck);
        assertThat(accounts.active(person)).isTrue();
        assertThat(accounts.active(house.registered(RegistrationHouse.newEmail())))
                .isFalse();

        house.deactivation.deactivate(person, RegistrationHouse.PASSWORD);
        assertThat(accounts.active(person)).isFalse();
    }

    @Test
    public void tellsWhenAnAccountWasDeactivated() {
        PersonId gone = house.verified(RegistrationHouse.newEmail());
        PersonId there = house.verified(RegistrationHouse.newEmail());
        assertThat(house.deactivation.deactivate(gone, RegistrationHouse.PASSWORD))
                .isTrue();

        Map<PersonId, Instant> deactivated = directory.deactivatedAt(List.of(gone, there, PersonId.random()));

        assertThat(deactivated).containsOnlyKeys(gone);
        assertThat(deactivated.get(gone)).isBetween(before, Instant.now());
        assertThat(directory.activeSince(Instant.now(), Optional.empty(), 10)).containsExactly(there);
    }

    @Test
    public void anErasureIsADeactivationToo() {
        PersonId erased = house.verified(RegistrationHouse.newEmail());
        house.vault.erase(erased);

        Instant first = directory.deactivatedAt(List.of(erased)).get(erased);

        assertThat(first).isBetween(before, Instant.now());
        house.accounts.close(erased);
        assertThat(directory.deactivatedAt(List.of(erased))).containsEntry(erased, first);
    }

    @Test
    public void aRegistrationThatIsForgottenIsDeactivated() {
        PersonId person = house.registered(RegistrationHouse.newEmail());
        house.accounts.forgetting(person);

        assertThat(directory.deactivatedAt(List.of(person))).containsKey(person);
    }

    @Test
    public void tellsTheLanguagesOfMany() {
        PersonId person = house.registered(RegistrationHouse.newEmail());

        assertThat(directory.languages(List.of(person, PersonId.random())))
                .isEqualTo(Map.of(person, house.known.language(person)));
        assertThat(directory.languages(List.of())).isEmpty();
    }

    @Test
    public void thePersonReadsSinceWhenAndUntilWhenTheAccountWasActive() {
        PersonId person = house.verified(RegistrationHouse.newEmail());
        house.deactivation.deactivate(person, RegistrationHouse.PASSWORD);

        assertThat(new HeldAccount(house.accounts, house.sessions, new Looks(house.store.jdbi(), house.vault))
                        .heldAbout(person))
                .containsKeys("activatedAt", "deactivatedAt");
    }
}
