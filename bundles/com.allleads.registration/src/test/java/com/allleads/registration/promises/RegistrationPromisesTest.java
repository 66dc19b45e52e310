package com.allleads.registration.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.registration.Device;
import com.allleads.api.vault.Field;
import com.allleads.registration.AccountTable;
import com.allleads.registration.FakeOutbox;
import com.allleads.registration.FakeVault;
import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.TestConfiguration;
import com.allleads.registration.messages.WelcomeMessage;
import com.allleads.registration.sessions.StoredSessions;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class RegistrationPromisesTest {

    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g";

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final FakeOutbox outbox = new FakeOutbox();
    private final FakeVault vault = new FakeVault(store.transactions());

    @Test
    public void welcomeIsKeptWhereEveryAccountHasItsMessage() {
        for (int i = 0; i < 3; i++) {
            PersonId person = account(HASH);
            outbox.send(WelcomeMessage.key(person), person, WelcomeMessage.ID, Map.of());
        }

        assertEvidence(new WelcomeSent(store.jdbi(), outbox).count(), PromiseState.KEPT, "accountsWithoutWelcome", 0);
    }

    @Test
    public void welcomeIsBrokenByAnAccountWithoutItsMessage() {
        // More than one query's worth, so that the seam between two queries is looked at.
        for (int i = 0; i < 501; i++) {
            PersonId person = account(HASH);
            if (i % 100 != 0) {
                outbox.send(WelcomeMessage.key(person), person, WelcomeMessage.ID, Map.of());
            }
        }

        Evidence evidence = new WelcomeSent(store.jdbi(), outbox).count();
        assertEvidence(evidence, PromiseState.BROKEN, "accountsWithoutWelcome", 6);
        assertThat(evidence.counts()).containsEntry("accounts", 501L);
    }

    @Test
    public void misuseIsKeptWhereEveryPasswordIsHashed() {
        account(HASH);
        account(AccountTable.NO_PASSWORD);
        account(AccountTable.FORGETTING);

        assertEvidence(new PasswordsHashed(store.jdbi()).count(), PromiseState.KEPT, "passwordsNotHashed", 0);
    }

    @Test
    public void misuseIsBrokenByAPasswordInClear() {
        account(HASH);
        account("correct horse");

        assertEvidence(new PasswordsHashed(store.jdbi()).count(), PromiseState.BROKEN, "passwordsNotHashed", 1);
    }

    @Test
    public void correctionIsKeptWhereEveryAccountHasItsPerson() {
        vault.enrol(account(HASH), Map.of(Field.EMAIL, "ann@mail.example"), "registration");
        account(AccountTable.NO_PASSWORD);
        account(AccountTable.FORGETTING);

        assertEvidence(
                new CorrectableAccounts(store.jdbi(), vault).count(), PromiseState.KEPT, "accountsWithoutData", 0);
    }

    @Test
    public void correctionIsBrokenByAnAccountWithoutItsPerson() {
        account(HASH);

        assertEvidence(
                new CorrectableAccounts(store.jdbi(), vault).count(), PromiseState.BROKEN, "accountsWithoutData", 1);
    }

    @Test
    public void cookiesAreKeptWhereEachEndsAsItWasAskedFor() {
        StoredSessions sessions = sessions();
        sessions.begin(account(HASH), false, Device.UNKNOWN);
        sessions.begin(account(HASH), true, Device.UNKNOWN);
        sessions.beginReplaceable(account(HASH), Device.UNKNOWN);

        Evidence session = new SessionCookies(sessions).count();
        Evidence lasting = new LastingCookies(sessions).count();

        assertEvidence(session, PromiseState.KEPT, "sessionCookiesWithAnExpiry", 0);
        assertEvidence(session, PromiseState.KEPT, "sessionCookies", 1);
        assertEvidence(lasting, PromiseState.KEPT, "signInCookiesWithoutAStatedEnd", 0);
        assertEvidence(lasting, PromiseState.KEPT, "signInCookiesThatStay", 2);
    }

    @Test
    public void cookiesAreBrokenByASessionThatDoesNotEnd() {
        StoredSessions sessions = sessions();
        sessions.begin(account(HASH), false, Device.UNKNOWN);
        sessions.beginReplaceable(account(HASH), Device.UNKNOWN);
        store.jdbi().useHandle(handle -> handle.createUpdate("UPDATE registration_session SET expires_at = :end")
                .bind("end", Instant.now().plus(Duration.ofDays(400)).toEpochMilli())
                .execute());

        assertEvidence(new SessionCookies(sessions).count(), PromiseState.BROKEN, "sessionCookiesWithAnExpiry", 1);
        assertEvidence(new LastingCookies(sessions).count(), PromiseState.BROKEN, "signInCookiesWithoutAStatedEnd", 1);
    }

    private StoredSessions sessions() {
        return new StoredSessions(
                store.jdbi(),
                store.groupRead(),
                store.transactions(),
                new RegistrationSettings(new TestConfiguration()));
    }

    private static void assertEvidence(Evidence evidence, PromiseState state, String name, long count) {
        assertThat(evidence.state()).isEqualTo(state);
        assertThat(evidence.counts()).containsEntry(name, count);
    }

    private PersonId account(String hash) {
        PersonId person = PersonId.random();
        store.jdbi().useHandle(handle -> handle.createUpdate("INSERT INTO registration_account (person, status,"
                        + " password_hash, registered_at, reviewed_at, review_offered_at)"
                        + " VALUES (:person, 'ACTIVE', :hash, 0, 0, 0)")
                .bind("person", person.toString())
                .bind("hash", hash)
                .execute());
        return person;
    }
}
