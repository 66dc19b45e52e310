package com.allleads.registration.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Device;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.TestConfiguration;
import com.allleads.registration.sessions.StoredSessions.NewSession;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
        sessions = start();
        account(person, "ACTIVE");
    }

    @Test
    public void findsASessionByItsTokenAfterARestart() {
        String token = sessions.begin(person, false, Device.UNKNOWN).token();

        StoredSessions restarted = start();

        assertThat(restarted.find(token)).isPresent();
    }

    @Test
    public void keepsNoTokenInClear() {
        String token = sessions.begin(person, true, Device.UNKNOWN).token();

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
        NewSession one = sessions.begin(person, false, Device.UNKNOWN);
        NewSession other = sessions.begin(person, false, Device.UNKNOWN);

        assertThat(one.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(other.token());
        assertThat(one.toString()).doesNotContain(one.token());
    }

    @Test
    public void findsNothingByWhatIsNoToken() {
        sessions.begin(person, false, Device.UNKNOWN);

        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("x".repeat(43))).isEmpty();
        assertThat(sessions.find("x".repeat(10_000))).isEmpty();
        assertThat(sessions.find("ä".repeat(43))).isEmpty();
    }

    @Test
    public void findsNoSessionThatExpired() {
        String token = sessions.begin(person, false, Device.UNKNOWN).token();
        expire();

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    public void findsNoSessionOfAnAccountThatMayNotSignIn() {
        for (String status : List.of("UNVERIFIED", "DEACTIVATED")) {
            PersonId other = PersonId.random();
            account(other, status);

            assertThat(sessions.find(
                            sessions.begin(other, false, Device.UNKNOWN).token()))
                    .as(status)
                    .isEmpty();
        }
    }

    @Test
    public void endsOneSessionAndLeavesTheOthers() {
        String one = sessions.begin(person, false, Device.UNKNOWN).token();
        String other = sessions.begin(person, true, Device.UNKNOWN).token();

        sessions.end(one);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
    }

    @Test
    public void endsAllSessionsOfAPerson() {
        PersonId somebodyElse = PersonId.random();
        account(somebodyElse, "ACTIVE");
        String one = sessions.begin(person, false, Device.UNKNOWN).token();
        String other = sessions.begin(somebodyElse, false, Device.UNKNOWN).token();

        sessions.endAll(person);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
    }

    @Test
    public void forgetsWhatExpired() {
        sessions.begin(person, false, Device.UNKNOWN);
        expire();
        String fresh = sessions.begin(person, false, Device.UNKNOWN).token();

        sessions.sweep();

        assertThat(sessions.of(person)).hasSize(1);
        assertThat(sessions.find(fresh)).isPresent();
    }

    @Test
    public void keepsTheTokenOfAProgramAsItIs() {
        String token = sessions.begin(person, true, Device.UNKNOWN).token();
        set("replaced_at", minutesAgo(60));

        assertThat(sessions.findAndReplace(token).orElseThrow().replacement()).isEmpty();
        assertThat(sessions.find(token)).isPresent();
    }

    @Test
    public void replacesTheTokenThatStaysInABrowserAfterAWhile() {
        NewSession begun = sessions.beginReplaceable(person, Device.UNKNOWN);
        assertThat(sessions.findAndReplace(begun.token()).orElseThrow().replacement())
                .isEmpty();
        set("replaced_at", minutesAgo(16));

        Session found = sessions.findAndReplace(begun.token()).orElseThrow();

        assertThat(found.id()).isEqualTo(begun.session().id());
        assertThat(found.expires()).isEqualTo(begun.session().expires());
        assertThat(found.replacement()).hasValueSatisfying(next -> {
            assertThat(next).isNotEqualTo(begun.token());
            assertThat(sessions.find(next)).isPresent();
        });
        assertThat(found.toString()).doesNotContain(found.replacement().orElseThrow());
    }

    @Test
    public void doesNotReplaceATokenWhereNobodyCanBeGivenAnother() {
        String token = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        set("replaced_at", minutesAgo(16));

        assertThat(sessions.find(token).orElseThrow().replacement()).isEmpty();
        assertThat(sessions.findAndReplace(token).orElseThrow().replacement()).isPresent();
    }

    @Test
    public void letsRequestsEndThatWereUnderWay() {
        String old = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        String next = replaced(old);
        assertThat(sessions.find(next)).isPresent();

        assertThat(sessions.find(old)).isPresent();
        assertThat(sessions.findAndReplace(old).orElseThrow().replacement()).isEmpty();
    }

    @Test
    public void endsTheSessionForBothWhereAReplacedTokenComesBack() {
        String stolen = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        String next = replaced(stolen);
        assertThat(sessions.find(next)).isPresent();
        String elsewhere = sessions.begin(person, false, Device.UNKNOWN).token();
        set("replaced_at", minutesAgo(2));

        assertThat(sessions.findAndReplace(stolen)).isEmpty();

        assertThat(sessions.find(next)).isEmpty();
        assertThat(sessions.find(elsewhere)).as("another device").isPresent();
    }

    @Test
    public void endsTheSessionForOneOfManyReplacementsAgo() {
        String first = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        String second = replaced(first);
        String third = replaced(second);

        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(third)).isEmpty();
    }

    @Test
    public void tellsOwnersOfCopiedCookiesOnce() {
        String stolen = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        sessions.find(replaced(replaced(stolen)));
        sessions.find(stolen);
        Map<String, PersonId> told = new HashMap<>();

        sessions.tellOfCopies(10, (owner, session) -> told.put(session, owner));
        sessions.tellOfCopies(10, (owner, session) -> told.put("again", owner));

        assertThat(told).hasSize(1).containsValue(person).doesNotContainKey("again");
    }

    @Test
    public void tellsLaterWhereItCouldNotTell() {
        String stolen = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        sessions.find(replaced(replaced(stolen)));
        sessions.find(stolen);
        assertThatThrownBy(() -> sessions.tellOfCopies(10, (owner, session) -> {
                    throw new IllegalStateException("no outbox");
                }))
                .hasMessage("no outbox");
        List<PersonId> told = new ArrayList<>();

        sessions.tellOfCopies(10, (owner, session) -> told.add(owner));

        assertThat(told).containsExactly(person);
    }

    @Test
    public void forgivesAReplacementThatNeverArrived() {
        String old = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        String lost = replaced(old);
        set("replaced_at", minutesAgo(60));

        String next = sessions.findAndReplace(old).orElseThrow().replacement().orElseThrow();

        assertThat(sessions.find(next)).isPresent();
        set("replaced_at", minutesAgo(2));
        assertThat(sessions.find(lost)).as("it was seen by somebody after all").isEmpty();
        assertThat(sessions.find(next)).isEmpty();
    }

    @Test
    public void replacesOnceForManyRequestsAtOneTime() throws Exception {
        String token = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        set("replaced_at", minutesAgo(16));
        ExecutorService browser = Executors.newFixedThreadPool(8);

        List<Future<Optional<Session>>> answers =
                browser.invokeAll(Collections.nCopies(8, () -> sessions.findAndReplace(token)));

        browser.shutdown();
        int replacements = 0;
        for (Future<Optional<Session>> answer : answers) {
            replacements += answer.get().orElseThrow().replacement().isPresent() ? 1 : 0;
        }
        assertThat(replacements).isEqualTo(1);
    }

    @Test
    public void findsNothingByHalfAToken() {
        String token = sessions.beginReplaceable(person, Device.UNKNOWN).token();
        String series = token.substring(0, token.indexOf('.'));

        for (String made : List.of(series, series + ".", "." + series, series + "." + "x".repeat(42))) {
            assertThat(sessions.find(made)).as(made).isEmpty();
        }
        assertThat(sessions.find(token)).isPresent();
    }

    @Test
    public void knowsTheDevicesOfAPersonAndTheDayOfTheirLastUse() {
        Device device = Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
        String token = sessions.beginReplaceable(person, device).token();
        set("used_day", 0);
        sessions.find(token);

        assertThat(sessions.of(person)).singleElement().satisfies(held -> {
            assertThat(held.device()).isEqualTo(device);
            assertThat(held.usedOn()).isAfter(LocalDate.now(ZoneOffset.UTC).minusDays(2));
            assertThat(held.remembered()).isTrue();
        });
    }

    @Test
    public void endsASessionByItsIdForItsOwnerAlone() {
        NewSession begun = sessions.begin(person, false, Device.UNKNOWN);

        assertThat(sessions.end(PersonId.random(), begun.session().id())).isFalse();
        assertThat(sessions.find(begun.token())).isPresent();
        assertThat(sessions.end(person, begun.session().id())).isTrue();
        assertThat(sessions.find(begun.token())).isEmpty();
    }

    @Test
    public void endsEverySessionButOne() {
        NewSession here = sessions.begin(person, false, Device.UNKNOWN);
        sessions.begin(person, false, Device.UNKNOWN);
        sessions.beginReplaceable(person, Device.UNKNOWN);

        assertThat(sessions.endOthers(person, here.session().id())).isEqualTo(2);
        assertThat(sessions.find(here.token())).isPresent();
        assertThat(sessions.of(person)).hasSize(1);
    }

    @Test
    public void forgetsAtOnceWhatEndsHere() {
        for (Consumer<NewSession> end : List.<Consumer<NewSession>>of(
                begun -> sessions.end(begun.token()),
                begun -> sessions.end(person, begun.session().id()),
                begun -> sessions.endOthers(person, "none"),
                begun -> sessions.endAll(person),
                begun -> store.transactions().required(() -> sessions.endAll(person)))) {
            NewSession begun = sessions.begin(person, false, Device.UNKNOWN);
            assertThat(sessions.find(begun.token())).isPresent();

            end.accept(begun);

            assertThat(sessions.find(begun.token())).isEmpty();
        }
    }

    @Test
    public void noticesWithinASecondWhatEndedOnAnotherNode() {
        AtomicLong nanos = new AtomicLong();
        StoredSessions here = start(nanos::get);
        String token = here.begin(person, false, Device.UNKNOWN).token();
        here.find(token);

        start().end(token);

        nanos.set(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(here.find(token)).as("remembered").isPresent();
        nanos.set(TimeUnit.SECONDS.toNanos(1));
        assertThat(here.find(token)).isEmpty();
    }

    @Test
    public void remembersNoSessionWhoseTokenIsReplaced() {
        StoredSessions here = start(() -> 0);
        String token = here.beginReplaceable(person, Device.UNKNOWN).token();
        here.find(token);

        start().end(token);

        assertThat(here.find(token)).isEmpty();
    }

    @Test
    public void believesInsideATransactionWhatItDid() {
        String token = sessions.begin(person, false, Device.UNKNOWN).token();
        sessions.find(token);

        store.transactions().required(() -> {
            sessions.endAll(person);
            assertThat(sessions.find(token)).isEmpty();
        });
    }

    private String replaced(String token) {
        set("replaced_at", minutesAgo(16));
        return sessions.findAndReplace(token).orElseThrow().replacement().orElseThrow();
    }

    private static long minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toEpochMilli();
    }

    private void set(String column, long value) {
        store.jdbi().useHandle(handle -> handle.createUpdate("UPDATE registration_session SET " + column + " = :value")
                .bind("value", value)
                .execute());
    }

    private StoredSessions start() {
        return start(System::nanoTime);
    }

    private StoredSessions start(LongSupplier nanoTime) {
        return new StoredSessions(
                store.jdbi(),
                store.groupRead(nanoTime),
                store.transactions(),
                new RegistrationSettings(new TestConfiguration()));
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
