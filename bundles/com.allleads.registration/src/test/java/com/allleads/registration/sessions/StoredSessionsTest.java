package com.allleads.registration.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.TestConfiguration;
import com.allleads.registration.sessions.StoredSessions.NewSession;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class StoredSessionsTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private StoredSessions sessions;

    @Before
    public void open() {
        sessions = new StoredSessions(store.jdbi(), new RegistrationSettings(new TestConfiguration()));
        account(person, "ACTIVE");
    }

    @Test
    public void findsASessionByItsTokenAfterARestart() {
        String token = sessions.begin(person, false).token();

        StoredSessions restarted = new StoredSessions(store.jdbi(), new RegistrationSettings(new TestConfiguration()));

        assertThat(restarted.find(token)).isPresent();
    }

    @Test
    public void keepsNoTokenInClear() {
        String token = sessions.begin(person, true).token();

        List<String> kept = store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT digest FROM registration_session")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).hasSize(1).doesNotContain(token);
        assertThat(sessions.find(kept.get(0)))
                .as("nor does what is kept open a session")
                .isEmpty();
    }

    @Test
    public void givesTokensOf256RandomBits() {
        NewSession one = sessions.begin(person, false);
        NewSession other = sessions.begin(person, false);

        assertThat(one.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(other.token());
        assertThat(one.toString()).doesNotContain(one.token());
    }

    @Test
    public void findsNothingByWhatIsNoToken() {
        sessions.begin(person, false);

        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("x".repeat(43))).isEmpty();
        assertThat(sessions.find("x".repeat(10_000))).isEmpty();
        assertThat(sessions.find("ä".repeat(43))).isEmpty();
    }

    @Test
    public void findsNoSessionThatExpired() {
        String token = sessions.begin(person, false).token();
        expire();

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    public void findsNoSessionOfAnAccountThatMayNotSignIn() {
        for (String status : List.of("UNVERIFIED", "DEACTIVATED")) {
            PersonId other = PersonId.random();
            account(other, status);

            assertThat(sessions.find(sessions.begin(other, false).token()))
                    .as(status)
                    .isEmpty();
        }
    }

    @Test
    public void endsOneSessionAndLeavesTheOthers() {
        String one = sessions.begin(person, false).token();
        String other = sessions.begin(person, true).token();

        sessions.end(one);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
    }

    @Test
    public void endsAllSessionsOfAPerson() {
        PersonId somebodyElse = PersonId.random();
        account(somebodyElse, "ACTIVE");
        String one = sessions.begin(person, false).token();
        String other = sessions.begin(somebodyElse, false).token();

        sessions.endAll(person);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
    }

    @Test
    public void forgetsWhatExpired() {
        sessions.begin(person, false);
        expire();
        String fresh = sessions.begin(person, false).token();

        sessions.sweep();

        assertThat(sessions.of(person)).hasSize(1);
        assertThat(sessions.find(fresh)).isPresent();
    }

    private void expire() {
        store.jdbi().useHandle(handle -> handle.createUpdate("UPDATE registration_session SET expires_at = :past")
                .bind("past", System.currentTimeMillis() - 1)
                .execute());
    }

    private void account(PersonId whose, String status) {
        store.jdbi().useHandle(handle -> handle.createUpdate("INSERT INTO registration_account (person, status,"
                        + " password_hash, registered_at, reviewed_at, review_offered_at)"
                        + " VALUES (:person, :status, 'none', 0, 0, 0)")
                .bind("person", whose.toString())
                .bind("status", status)
                .execute());
    }
}
