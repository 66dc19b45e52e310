package com.allleads.registration.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.operator.Operator;
import com.allleads.api.operator.Operator.Role;
import com.allleads.api.operator.Operators.Known;
import com.allleads.api.operator.Operators.Refused;
import com.allleads.api.operator.Operators.SignedIn;
import com.allleads.api.operator.Operators.TooMany;
import com.allleads.api.rest.RateLimiter;
import com.allleads.store.testing.Configurations;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Operators are who the realm says, for as long as it says so. */
public class RealmOperatorsTest {

    private static final String CLIENT = "192.0.2.1";

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final Users users = new Users();
    private final Tries tries = new Tries();
    private OperatorSettings settings;
    private RealmOperators operators;

    @Before
    public void open() {
        users.put("olga", "first", "manager", "viewer");
        users.put("victor", "first", "viewer");
        users.put("nora", "first", "ssh");
        settings = new OperatorSettings(TestOperators.configuration(Map.of()));
        operators = start();
    }

    @Test
    public void knowsWhoMayActAndWhoMayLook() {
        assertThat(operators.check("olga", "first", CLIENT)).isEqualTo(new Known(new Operator("olga", Role.OPERATOR)));
        assertThat(operators.check("victor", "first", CLIENT))
                .isEqualTo(new Known(new Operator("victor", Role.VIEWER)));
    }

    @Test
    public void refusesWrongPasswordsAndUsersWithoutARole() {
        for (String[] pair : List.of(
                new String[] {"olga", "second"},
                new String[] {"nobody", "first"},
                new String[] {"nora", "first"},
                new String[] {"", ""},
                new String[] {"x".repeat(101), "first"})) {
            assertThat(operators.check(pair[0], pair[1], CLIENT)).isEqualTo(new Refused());
            assertThat(operators.signIn(pair[0], pair[1], CLIENT)).isEqualTo(new Refused());
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    public void findsTheOperatorOfASessionAfterARestart() {
        SignedIn session = signIn("olga");

        assertThat(start().find(session.token())).hasValue(new Operator("olga", Role.OPERATOR));
        assertThat(session.operator()).isEqualTo(new Operator("olga", Role.OPERATOR));
        assertThat(Duration.between(Instant.now(), session.expires()))
                .isBetween(Duration.ofHours(11), Duration.ofHours(12));
    }

    @Test
    public void keepsNeitherTokenNorPassword() {
        SignedIn session = signIn("olga");

        assertThat(kept()).hasSize(1).allSatisfy(row -> assertThat(row.values().toString())
                .doesNotContain(session.token())
                .doesNotContain("first"));
        assertThat(session.toString()).doesNotContain(session.token());
    }

    @Test
    public void findsNobodyByWhatIsNoToken() {
        signIn("olga");

        assertThat(operators.find("")).isEmpty();
        assertThat(operators.find("x".repeat(43))).isEmpty();
        assertThat(operators.find((String) kept().get(0).get("digest"))).isEmpty();
    }

    @Test
    public void endsASessionWhenThePasswordChanges() {
        String token = signIn("olga").token();

        users.put("olga", "second", "manager");

        assertThat(operators.find(token)).isEmpty();
        assertThat(operators.find(signIn("olga", "second").token())).isPresent();
    }

    @Test
    public void endsASessionWhenTheUserGoesOrLosesTheRole() {
        String left = signIn("olga").token();
        String idle = signIn("victor").token();

        users.remove("olga");
        users.put("victor", "first", "ssh");

        assertThat(operators.find(left)).isEmpty();
        assertThat(operators.find(idle)).isEmpty();
    }

    @Test
    public void letsASessionDoWhatItsUserMayNow() {
        String token = signIn("olga").token();

        users.put("olga", "first", "viewer");
        assertThat(operators.find(token)).hasValue(new Operator("olga", Role.VIEWER));
        users.put("olga", "first", "manager");
        assertThat(operators.find(token)).hasValue(new Operator("olga", Role.OPERATOR));
    }

    @Test
    public void endsASessionThatIsNotUsed() {
        String token = signIn("olga").token();
        set("used_at", Instant.now().minus(Duration.ofMinutes(29)));
        assertThat(operators.find(token)).isPresent();
        assertThat((Long) kept().get(0).get("used_at"))
                .as("that was a use")
                .isGreaterThan(Instant.now().minusSeconds(60).toEpochMilli());

        set("used_at", Instant.now().minus(Duration.ofMinutes(31)));

        assertThat(operators.find(token)).isEmpty();
    }

    @Test
    public void endsASessionThatIsOldHoweverMuchItIsUsed() {
        String token = signIn("olga").token();

        set("expires_at", Instant.now().minusMillis(1));

        assertThat(operators.find(token)).isEmpty();
    }

    @Test
    public void doesNotCountARefusedTokenAsAUse() {
        String token = signIn("olga").token();
        Instant before =
                Instant.ofEpochMilli(Instant.now().minus(Duration.ofMinutes(5)).toEpochMilli());
        set("used_at", before);
        users.put("olga", "second", "manager");

        assertThat(operators.find(token)).isEmpty();

        assertThat(kept().get(0).get("used_at")).isEqualTo(before.toEpochMilli());
    }

    @Test
    public void endsOneSessionAndLeavesTheOthers() {
        String one = signIn("olga").token();
        String other = signIn("olga").token();

        operators.end(one);
        operators.end("x".repeat(43));

        assertThat(operators.find(one)).isEmpty();
        assertThat(operators.find(other)).isPresent();
    }

    @Test
    public void forgetsWhatCameToItsEnd() {
        signIn("olga");
        set("used_at", Instant.now().minus(Duration.ofMinutes(31)));
        String fresh = signIn("victor").token();

        TestOperators.sessions(store.jdbi()).sweep();

        assertThat(kept()).hasSize(1);
        assertThat(operators.find(fresh)).isPresent();
    }

    @Test
    public void looksAtNoFurtherPasswordAfterTooManyWrongOnes() {
        tries.most = 2;
        operators.check("olga", "wrong1", CLIENT);
        operators.signIn("olga", "wrong2", CLIENT);
        int before = users.checks;

        assertThat(operators.check("olga", "wrong3", CLIENT)).isEqualTo(new TooMany(Duration.ofSeconds(7)));
        assertThat(operators.signIn("olga", "first", CLIENT)).isInstanceOf(TooMany.class);
        assertThat(users.checks).isEqualTo(before);
        assertThat(operators.check("olga", "first", "192.0.2.2")).isInstanceOf(Known.class);
    }

    @Test
    public void countsNoRightOnes() {
        tries.most = 1;
        for (int i = 0; i < 3; i++) {
            assertThat(operators.signIn("olga", "first", CLIENT)).isInstanceOf(SignedIn.class);
        }
    }

    @Test
    public void checksARightPasswordOnce() {
        for (int i = 0; i < 5; i++) {
            assertThat(operators.check("olga", "first", CLIENT)).isInstanceOf(Known.class);
        }

        assertThat(users.checks).isEqualTo(1);
        assertThat(operators.check("olga", "second", CLIENT)).isEqualTo(new Refused());
        assertThat(operators.check("olg", "afirst", CLIENT)).isEqualTo(new Refused());
    }

    @Test
    public void remembersNothingWhereConfiguredSo() {
        settings.modified(TestOperators.configuration(Map.of("password_memory_seconds", 0)));
        assertThat(operators.check("olga", "first", CLIENT)).isInstanceOf(Known.class);

        users.put("olga", "second", "manager");

        assertThat(operators.check("olga", "first", CLIENT)).isEqualTo(new Refused());
    }

    @Test
    public void asksForTheConfiguredRolesFromTheNextRequestOn() {
        String token = signIn("olga").token();
        operators.check("olga", "first", CLIENT);

        settings.modified(TestOperators.configuration(Map.of("role_operator", "chief", "role_viewer", "manager")));

        assertThat(operators.check("olga", "first", CLIENT)).isEqualTo(new Known(new Operator("olga", Role.VIEWER)));
        assertThat(operators.find(token)).hasValue(new Operator("olga", Role.VIEWER));
    }

    @Test
    public void namesTheKeyThatIsWrongAndKeepsWhatWas() {
        Map<String, Object> wrong = Map.of(
                "session.idle.minutes", 0,
                "session.hours", 169,
                "password.memory.seconds", 61,
                "role.operator", " ",
                "role.viewer", "");
        wrong.forEach((key, value) -> {
            OperatorConfiguration configuration = TestOperators.configuration(Map.of(key.replace('.', '_'), value));
            assertThatThrownBy(() -> new OperatorSettings(configuration))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining(key);
            settings.modified(configuration);
        });
        assertThat(settings.now().idle()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        Configurations.withoutNumber(OperatorConfiguration.class)
                .forEach((key, configuration) -> assertThatThrownBy(() -> new OperatorSettings(configuration))
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessage(OperatorSettings.PID + ".cfg: " + key + " must be a whole number"));
    }

    private RealmOperators start() {
        return new RealmOperators(users, new OperatorSessions(store.jdbi(), settings), settings, tries);
    }

    private SignedIn signIn(String name) {
        return signIn(name, "first");
    }

    private SignedIn signIn(String name, String password) {
        return (SignedIn) operators.signIn(name, password, CLIENT);
    }

    private void set(String column, Instant value) {
        store.jdbi().useHandle(handle -> handle.createUpdate(
                        "UPDATE registration_operator_session SET " + column + " = :value")
                .bind("value", value.toEpochMilli())
                .execute());
    }

    private List<Map<String, Object>> kept() {
        return store.jdbi().withHandle(handle -> handle.createQuery("SELECT * FROM registration_operator_session")
                .mapToMap()
                .list());
    }

    /** A realm in memory. */
    private static final class Users implements Realm {

        private final Map<String, User> users = new HashMap<>();
        private int checks;

        void put(String name, String password, String... roles) {
            users.put(name, new User(password, Set.of(roles)));
        }

        void remove(String name) {
            users.remove(name);
        }

        @Override
        public Optional<Set<String>> signIn(String name, String password) {
            checks++;
            return find(name).filter(user -> user.password().equals(password)).map(User::roles);
        }

        @Override
        public Optional<User> find(String name) {
            return Optional.ofNullable(users.get(name));
        }
    }

    /** So many tries per client, and then none. */
    private static final class Tries implements RateLimiter {

        private final Map<String, Integer> counts = new HashMap<>();
        private int most = 100;

        @Override
        public boolean allow(String limit, String client) {
            return counts.merge(limit + client, 1, Integer::sum) <= most;
        }

        @Override
        public Duration delay(String limit, String client) {
            return counts.getOrDefault(limit + client, 0) < most ? Duration.ZERO : Duration.ofSeconds(7);
        }
    }
}
