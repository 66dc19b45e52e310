package com.allleads.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Reason;
import com.allleads.api.vault.Reveal.Refused;
import com.allleads.api.vault.Reveal.Revealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

/** Revealing for mailings: part by part, with the same answers as one by one. */
public final class RevealAllTest {

    private static final int MANY = EncryptedVault.PART + 30;
    private static final Recipient MAIL = new Recipient(Recipient.Kind.OUTSIDE, "mail");

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private List<PersonId> people;

    @Before
    public void enrol() {
        HOUSE.clear();
        people = new ArrayList<>(Stream.generate(HOUSE::enrol).limit(MANY).toList());
    }

    @Test
    public void revealsEverybodyInOrderAndWritesEachUseDownBefore() {
        List<PersonId> answered = new ArrayList<>();

        revealAll(Purpose.ACCOUNT, (person, reveal) -> {
            assertThat(HOUSE.history.count(person)).isEqualTo(1);
            assertThat(((Revealed) reveal).value(Field.EMAIL)).contains(email(person));
            answered.add(person);
        });

        assertThat(answered).isEqualTo(people);
        assertThat(HOUSE.verification.verify().breaks()).isZero();
    }

    @Test
    public void asksConsentOncePerPart() {
        int before = HOUSE.consent.bulkReads;

        revealAll(Purpose.ACCOUNT, (person, reveal) -> {});

        assertThat(HOUSE.consent.bulkReads - before).isEqualTo(2);
    }

    @Test
    public void answersForEachAsOneByOne() {
        HOUSE.consent.decide(people.get(0), true, Instant.now());
        PersonId erased = people.get(1);
        HOUSE.vault.erase(erased);
        PersonId nobody = PersonId.random();
        people.add(nobody);

        Map<PersonId, Reveal> answers = answers("news");

        assertThat(answers.get(people.get(0))).isInstanceOf(Revealed.class);
        assertThat(answers.get(erased)).isEqualTo(new Refused(Reason.PERSON_UNKNOWN));
        assertThat(answers.get(nobody)).isEqualTo(new Refused(Reason.PERSON_UNKNOWN));
        assertThat(answers.get(people.get(2))).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(HOUSE.history.count(people.get(2))).isZero();
        assertThat(answers("unheard-of").values()).containsOnly(new Refused(Reason.PURPOSE_UNKNOWN));
    }

    @Test
    public void aWithdrawalInTheMiddleHoldsForEverybodyNotYetRevealed() {
        people.forEach(person -> HOUSE.consent.decide(person, true, Instant.now()));
        PersonId last = people.get(MANY - 1);
        Map<PersonId, Reveal> answers = new LinkedHashMap<>();

        revealAll("news", (person, reveal) -> {
            if (answers.isEmpty()) {
                HOUSE.consent.decide(last, false, Instant.now());
            }
            answers.put(person, reveal);
        });

        assertThat(answers.get(last)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(HOUSE.history.count(last)).isZero();
        assertThat(answers.values().stream().filter(Revealed.class::isInstance)).hasSize(MANY - 1);
    }

    @Test
    public void whoeverIsNamedTwiceIsAnsweredOnce() {
        people.addAll(people.subList(0, 3));
        List<PersonId> answered = new ArrayList<>();

        revealAll(Purpose.ACCOUNT, (person, reveal) -> answered.add(person));

        assertThat(answered).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    public void revealsNothingWhoseUseCannotBeWritten() {
        HOUSE.recorder.stop();
        List<PersonId> answered = new ArrayList<>();
        try {
            assertThatThrownBy(() -> revealAll(Purpose.ACCOUNT, (person, reveal) -> answered.add(person)))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            HOUSE.restart();
        }

        assertThat(answered).isEmpty();
    }

    @Test
    public void revealsNothingOfAPartWithAnAlteredValue() {
        HOUSE.tamper(
                "UPDATE vault_value SET envelope = ? WHERE person = ?",
                new byte[64],
                people.get(EncryptedVault.PART).toString());
        List<PersonId> answered = new ArrayList<>();

        assertThatThrownBy(() -> revealAll(Purpose.ACCOUNT, (person, reveal) -> answered.add(person)))
                .hasMessageContaining("altered");

        assertThat(answered).isEqualTo(people.subList(0, EncryptedVault.PART));
    }

    @Test
    public void refusesInsideATransaction() {
        assertThatThrownBy(() ->
                        HOUSE.data.transactions().required(() -> revealAll(Purpose.ACCOUNT, (person, reveal) -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private Map<PersonId, Reveal> answers(String purpose) {
        Map<PersonId, Reveal> answers = new LinkedHashMap<>();
        revealAll(purpose, answers::put);
        return answers;
    }

    private void revealAll(String purpose, BiConsumer<PersonId, Reveal> each) {
        HOUSE.vault.revealAll(people, Set.of(Field.EMAIL), purpose, MAIL, each);
    }

    private static String email(PersonId person) {
        return ((Revealed) HOUSE.otherNode().reveal(person, Set.of(Field.EMAIL), Purpose.RIGHTS, Recipient.THE_PERSON))
                .value(Field.EMAIL)
                .orElseThrow();
    }
}
