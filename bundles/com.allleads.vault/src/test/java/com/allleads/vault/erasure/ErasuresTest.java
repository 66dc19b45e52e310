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
import com.allleads.api.vault.Vault;
import com.allleads.vault.VaultHouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class ErasuresTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    @Before
    public void clear() {
        HOUSE.clear();
    }

    @Test
    public void nothingCanBeReadAnyMore() {
        PersonId person = HOUSE.enrol("Ann", "ann@mail.example");
        byte[] sealed = HOUSE.vault.seal(person, "outbox/1", new byte[] {1});
        HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON);

        HOUSE.vault.erase(person);

        assertThat(HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON))
                .isEqualTo(new Refused(Reveal.Reason.PERSON_UNKNOWN));
        assertThat(HOUSE.vault.open(person, "outbox/1", sealed)).isEmpty();
        assertThat(HOUSE.vault.findByEmail("ann@mail.example")).isEmpty();
        assertThat(HOUSE.keys.find(person)).isEmpty();
        assertThatThrownBy(() -> HOUSE.vault.seal(person, "outbox/2", new byte[1]))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> HOUSE.vault.correct(person, Map.of(Field.NAME, Optional.of("A")), "registration"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> HOUSE.vault.enrol(person, Map.of(Field.NAME, "A"), "registration"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void aKeyInTheMemoryOfAnotherNodeOpensNothing() {
        PersonId person = HOUSE.enrol();
        Vault other = HOUSE.otherNode();
        byte[] sealed = other.seal(person, "outbox/1", new byte[] {1});
        assertThat(other.open(person, "outbox/1", sealed)).isPresent();

        HOUSE.vault.erase(person);

        assertThat(other.open(person, "outbox/1", sealed)).isEmpty();
        assertThat(other.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON))
                .isEqualTo(new Refused(Reveal.Reason.PERSON_UNKNOWN));
        assertThatThrownBy(() -> other.seal(person, "outbox/2", new byte[1])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.correct(person, Map.of(Field.NAME, Optional.of("A")), "registration"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void keepsTheRecordOfUsesWhole() {
        PersonId person = HOUSE.enrol();
        HOUSE.vault.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.THE_PERSON);

        HOUSE.vault.erase(person);

        assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items()).hasSize(1);
        assertThat(HOUSE.verification.verify().breaks()).isZero();
    }

    @Test
    public void givesTheEmailFree() {
        HOUSE.vault.erase(HOUSE.enrol("Ann", "ann@mail.example"));

        assertThat(HOUSE.enrol("Ann", "ann@mail.example")).isNotNull();
    }

    @Test
    public void erasesOnceAndForGood() throws Exception {
        PersonId person = HOUSE.enrol();
        Listener listener = new Listener("registration");
        HOUSE.listeners.add(listener);

        Instant first = HOUSE.vault.erase(person);

        assertThat(HOUSE.vault.erase(person)).isEqualTo(first);
        assertThat(listener.told).containsExactly(person);
    }

    @Test
    public void refusesInsideATransactionAndForNobody() {
        PersonId person = HOUSE.enrol();

        assertThatThrownBy(() -> HOUSE.data.transactions().required(() -> HOUSE.vault.erase(person)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> HOUSE.vault.erase(PersonId.random())).isInstanceOf(IllegalStateException.class);

        assertThat(HOUSE.keys.find(person)).isPresent();
    }

    @Test
    public void aFailingCapabilityIsToldAgain() {
        PersonId person = HOUSE.enrol();
        Listener failing = new Listener("billing");
        Listener other = new Listener("registration");
        failing.failures = 1;
        HOUSE.listeners.add(failing);
        HOUSE.listeners.add(other);

        HOUSE.vault.erase(person);
        assertThat(failing.told).isEmpty();
        assertThat(other.told).containsExactly(person);

        HOUSE.erasures.catchUp();
        HOUSE.erasures.catchUp();
        assertThat(failing.told).containsExactly(person);
        assertThat(other.told).containsExactly(person);
    }

    @Test
    public void aCapabilityThatWasAwayIsToldWhenItIsBack() {
        PersonId person = HOUSE.enrol();
        HOUSE.vault.erase(person);

        Listener late = new Listener("support");
        HOUSE.listeners.add(late);
        HOUSE.erasures.catchUp();

        assertThat(late.told).containsExactly(person);
    }

    @Test
    public void completesAnErasureThatACrashCutShort() {
        PersonId person = HOUSE.enrol("Ann", "ann@mail.example");
        Listener listener = new Listener("registration");
        HOUSE.listeners.add(listener);
        HOUSE.keys.destroy(person);

        HOUSE.restart();
        HOUSE.erasures.catchUp();

        assertThat(HOUSE.vault.findByEmail("ann@mail.example")).isEmpty();
        assertThat(HOUSE.values.collected(person)).isEmpty();
        assertThat(listener.told).containsExactly(person);
    }

    @Test
    public void destroysKeysThatCameBackFromABackup() {
        PersonId person = HOUSE.enrol();
        byte[] wrapped = HOUSE.keyStore.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT wrapped FROM vault_key WHERE person = :person")
                .bind("person", person.toString())
                .mapTo(byte[].class)
                .one());
        HOUSE.vault.erase(person);
        HOUSE.keyStore
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE vault_key SET wrapped = ?, destroyed_at = NULL WHERE person = ?",
                        wrapped,
                        person.toString()));
        assertThat(HOUSE.keys.find(person)).isPresent();

        HOUSE.erasures.catchUp();

        assertThat(HOUSE.keys.find(person)).isEmpty();
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
