package com.allleads.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.rest.ProblemException;
import com.allleads.rest.RestConfiguration;
import com.allleads.rest.limits.TokenBuckets;
import com.allleads.rest.testing.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.Test;

/** Operators are recognised by their password, and nobody by guessing. */
public class OperatorRealmTest {

    private String password = "first";
    private int checks;

    @Test
    public void checksARightPasswordOnce() {
        OperatorRealm realm = realm(Map.of());

        for (int i = 0; i < 5; i++) {
            assertThat(realm.recognise(credentials("operator:first"), "192.0.2.1"))
                    .hasValue("operator");
        }

        assertThat(checks).isEqualTo(1);
    }

    @Test
    public void checksWrongOnesEachTime() {
        OperatorRealm realm = realm(Map.of());
        realm.recognise(credentials("operator:first"), "192.0.2.1");

        assertThat(realm.recognise(credentials("operator:second"), "192.0.2.1")).isEmpty();
        assertThat(realm.recognise(credentials("operator:second"), "192.0.2.1")).isEmpty();
        assertThat(realm.recognise(credentials("other:first"), "192.0.2.1")).isEmpty();

        assertThat(checks).isEqualTo(4);
    }

    @Test
    public void remembersNothingWhereConfiguredSo() {
        OperatorRealm realm = realm(Map.of("operator_memory_seconds", 0));
        assertThat(realm.recognise(credentials("operator:first"), "192.0.2.1")).isPresent();

        password = "second";

        assertThat(realm.recognise(credentials("operator:first"), "192.0.2.1")).isEmpty();
        assertThat(realm.recognise(credentials("operator:second"), "192.0.2.1")).isPresent();
    }

    @Test
    public void forgetsEverythingWhenTheSettingsChange() {
        OperatorRealm realm = realm(Map.of());
        assertThat(realm.recognise(credentials("operator:first"), "192.0.2.1")).isPresent();

        password = "second";
        realm.modified(Settings.with(Map.of("operator_memory_seconds", 60)));

        assertThat(realm.recognise(credentials("operator:first"), "192.0.2.1")).isEmpty();
    }

    @Test
    public void asksForTheConfiguredRole() {
        assertThat(realm(Map.of("operator_role", "nobody")).recognise(credentials("operator:first"), "192.0.2.1"))
                .isEmpty();
    }

    @Test
    public void refusesFurtherTriesButNotWhoWasRecognisedBefore() {
        OperatorRealm realm = realm(Map.of("limit_operator", 2));
        realm.recognise(credentials("operator:first"), "192.0.2.1");
        realm.recognise(credentials("operator:wrong1"), "192.0.2.1");
        realm.recognise(credentials("operator:wrong2"), "192.0.2.1");
        int before = checks;

        assertThatThrownBy(() -> realm.recognise(credentials("operator:wrong3"), "192.0.2.1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(429));
        assertThat(checks).isEqualTo(before);
        assertThat(realm.recognise(credentials("operator:first"), "192.0.2.1")).isPresent();
        assertThat(realm.recognise(credentials("operator:wrong3"), "192.0.2.2")).isEmpty();
    }

    @Test
    public void knowsNobodyByNonsense() {
        OperatorRealm realm = realm(Map.of());

        assertThat(realm.recognise("", "192.0.2.1")).isEmpty();
        assertThat(realm.recognise("%%%", "192.0.2.1")).isEmpty();
        assertThat(realm.recognise(credentials("operator"), "192.0.2.1")).isEmpty();
        assertThat(realm.recognise(credentials(":first"), "192.0.2.1")).isEmpty();
        assertThat(checks).isZero();
    }

    @Test
    public void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> realm(Map.of("operator_memory_seconds", 61)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("operator.memory.seconds");
        assertThatThrownBy(() -> realm(Map.of("operator_role", " "))).hasMessageContaining("operator.role");
    }

    private OperatorRealm realm(Map<String, ?> settings) {
        RestConfiguration configuration = Settings.with(settings);
        return new OperatorRealm(new TokenBuckets(configuration), this::isRight, configuration);
    }

    private boolean isRight(String name, String given, String role) {
        checks++;
        return name.equals("operator") && given.equals(password) && role.equals("manager");
    }

    private static String credentials(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
