package com.allleads.vault.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.ErasureListener;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Refused;
import com.allleads.vault.VaultHouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class ErasuresTest {

    private final VaultHouse house = new VaultHouse();

    @Rule
    public final TestRule rule = house.rule();

    @Test
    public void nothingCanBeReadAnyMore() {
        PersonId person = house.enrol("Ann", "ann@mail.example");
        byte[] sealed = house.vault.seal(person, "outbox/1", new byte[] {1});
        house.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON);

        house.vault.erase(person);

        assertThat(house.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON))
                .isEqualTo(new Refused(Reveal.Reason.PERSON_UNKNOWN));
        assertThat(house.vault.open(person, "outbox/1", sealed)).isEmpty();
        assertThat(house.vault.findByEmail("ann@mail.example")).isEmpty();
        assertThat(house.keys.find(person)).isEmpty();
        assertThatThrownBy(() -> house.vault.seal(person, "outbox/2", new byte[1]))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> house.vault.correct(person, Map.of(Field.NAME, Optional.of("A")), "registration"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> house.vault.enrol(person, Map.of(Field.NAME, "A"), "registration"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void keepsTheRecordOfUsesWhole() {
        PersonId person = house.enrol();
        house.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON);

        house.vault.erase(person);

        assertThat(house.vault.uses(person, 10, Optional.empty()).items()).hasSize(1);
        assertThat(house.verification.verify().breaks()).isZero();
    }

    @Test
    public void givesTheEmailFree() {
        house.vault.erase(house.enrol("Ann", "ann@mail.example"));

        assertThat(house.enrol("Ann", "ann@mail.example")).isNotNull();
    }

    @Test
    public void erasesOnceAndForGood() throws Exception {
        PersonId person = house.enrol();
        Listener listener = new Listener("registration");
        house.listeners.add(listener);

        Instant first = house.vault.erase(person);

        assertThat(house.vault.erase(person)).isEqualTo(first);
        assertThat(listener.told).containsExactly(person);
    }

    @Test
    public void refusesInsideATransactionAndForNobody() {
        PersonId person = house.enrol();

        assertThatThrownBy(() -> house.data.transactions().required(() -> house.vault.erase(person)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> house.vault.erase(PersonId.random())).isInstanceOf(IllegalStateException.class);

        assertThat(house.keys.find(person)).isPresent();
    }

    @Test
    public void aFailingCapabilityIsToldAgain() {
        PersonId person = house.enrol();
        Listener failing = new Listener("billing");
        Listener other = new Listener("registration");
        failing.failures = 1;
        house.listeners.add(failing);
        house.listeners.add(other);

        house.vault.erase(person);
        assertThat(failing.told).isEmpty();
        assertThat(other.told).containsExactly(person);

        house.erasures.catchUp();
        house.erasures.catchUp();
        assertThat(failing.told).containsExactly(person);
        assertThat(other.told).containsExactly(person);
    }

    @Test
    public void aCapabilityThatWasAwayIsToldWhenItIsBack() {
        PersonId person = house.enrol();
        house.vault.erase(person);

        Listener late = new Listener("support");
        house.listeners.add(late);
        house.erasures.catchUp();

        assertThat(late.told).containsExactly(person);
    }

    @Test
    public void completesAnErasureThatACrashCutShort() {
        PersonId person = house.enrol("Ann", "ann@mail.example");
        Listener listener = new Listener("registration");
        house.listeners.add(listener);
        house.keys.destroy(person);

        house.restart();
        house.erasures.catchUp();

        assertThat(house.vault.findByEmail("ann@mail.example")).isEmpty();
        assertThat(house.values.collected(person)).isEmpty();
        assertThat(listener.told).containsExactly(person);
    }

    @Test
    public void destroysKeysThatCameBackFromABackup() {
        PersonId person = house.enrol();
        byte[] wrapped = house.keyStore.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT wrapped FROM vault_key WHERE person = :person")
                .bind("person", person.toString())
                .mapTo(byte[].class)
                .one());
        house.vault.erase(person);
        house.keyStore
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE vault_key SET wrapped = ?, destroyed_at = NULL WHERE person = ?",
                        wrapped,
                        person.toString()));
        assertThat(house.keys.find(person)).isPresent();

        house.erasures.catchUp();

        assertThat(house.keys.find(person)).isEmpty();
    }

    private static final class Listener implements ErasureListener {

        private final String capability;
        private final List<PersonId> told = new ArrayList<>();
        private int failures;

        private Listener(String capability) {
            this.capability = capability;
        }

        @Override
        public String capability() {
            return capability;
        }

        @Override
        public void erased(PersonId person, Instant at) {
            if (failures-- > 0) {
                throw new IllegalStateException("not now");
            }
            told.add(person);
        }
    }
}
