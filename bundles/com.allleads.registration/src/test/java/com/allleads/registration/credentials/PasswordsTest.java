package com.allleads.registration.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.TestConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;

public class PasswordsTest {

    private final RegistrationSettings settings = new RegistrationSettings(new TestConfiguration());
    private final Passwords passwords = new Passwords(settings);

    @Test
    public void keepsAHashThatCarriesItsCost() {
        assertThat(passwords.hash("correct horse"))
                .matches("\\$argon2id\\$v=19\\$m=8192,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    public void matchesTheRightPasswordOnly() {
        Optional<String> hash = Optional.of(passwords.hash("correct horse"));

        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("Correct horse", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    public void matchesNothingWithoutAHash() {
        assertThat(passwords.matches("correct horse", Optional.empty())).isFalse();
    }

    @Test
    public void agreesWithOtherImplementations() {
        // Made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", Optional.of(reference))).isTrue();
    }

    @Test
    public void saltsEachHashAnew() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    public void takesTheSameLettersForTheSamePasswordHoweverTheyWereTyped() {
        Optional<String> hash = Optional.of(passwords.hash("caf\u00e9 caf\u00e9"));

        assertThat(passwords.matches("cafe\u0301 cafe\u0301", hash)).isTrue();
    }

    @Test
    public void knowsHashesThatWereMadeAtAnotherCost() {
        Optional<String> cheap = Optional.of(passwords.hash("correct horse"));
        RegistrationSettings dearer = new RegistrationSettings(new TestConfiguration() {
            @Override
            public int password_passes() {
                return 3;
            }
        });

        assertThat(new Passwords(dearer).matches("correct horse", cheap)).isTrue();
    }

    @Test
    public void hashesForManyAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<String>> hashes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hashes.add(threads.submit(() -> passwords.hash("correct horse")));
        }
        for (Future<String> hash : hashes) {
            assertThat(passwords.matches("correct horse", Optional.of(hash.get())))
                    .isTrue();
        }
        threads.shutdown();
    }

    @Test
    public void refusesToTakeSomethingElseForAHash() {
        assertThatThrownBy(() -> passwords.matches("correct horse", Optional.of("correct horse")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("correct horse");
    }
}
