package com.allleads.vault.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.api.vault.Recipient;
import com.allleads.vault.VaultHouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class OwnDataTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private OwnData ownData;
    private PersonId person;

    private Set<String> absent = Set.of();

    @Before
    public void enrol() {
        ownData = new OwnData(HOUSE.vault, HOUSE.values, HOUSE.requests, () -> absent);
        person = PersonId.random();
        HOUSE.vault.enrol(
                person, Map.of(Field.NAME, "Ann", Field.STREET, "Main 1", Field.CITY, "Lund"), "registration");
    }

    @Test
    public void showsEveryFieldAndEveryCapability() {
        ownData.add(records("billing", p -> Map.of("balance", 5)));
        ownData.add(new VaultRecords(HOUSE.persons, HOUSE.values, HOUSE.history, HOUSE.corrections, HOUSE.requests));

        Map<String, Object> everything = ownData.of(person);

        assertThat(everything.keySet()).containsExactly("profile", "billing", "vault");
        assertThat(everything.get("profile"))
                .isEqualTo(Map.of("name", "Ann", "address", Map.of("street", "Main 1", "city", "Lund")));
        assertThat(everything.get("billing")).isEqualTo(Map.of("balance", 5));
        assertThat(((Map<?, ?>) everything.get("vault")).get("usesWrittenDown")).isEqualTo(1L);
    }

    @Test
    public void looksOnlyAtThePersonThatAsks() {
        ownData.add(records("billing", p -> Map.of("person", p.toString())));

        assertThat(ownData.of(person).get("billing")).isEqualTo(Map.of("person", person.toString()));
        assertThat(ownData.of(PersonId.random()).get("profile")).isEqualTo(Map.of());
    }

    @Test
    public void writesDownThatThePersonLooked() {
        ownData.of(person);

        assertThat(HOUSE.vault.uses(person, 10, Optional.empty()).items())
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.recipient()).isEqualTo(Recipient.THE_PERSON);
                    assertThat(use.purpose()).isEqualTo("rights");
                    assertThat(use.fields()).isEqualTo(List.of("address.city", "address.street", "name"));
                });
    }

    @Test
    public void leavesNobodyOutWhoIsStopped() {
        absent = Set.of("billing");

        assertThatThrownBy(() -> ownData.of(person))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().detail().orElseThrow())
                        .contains("billing"));
        absent = Set.of();
        assertThat(ownData.of(person)).containsKey("profile");
    }

    @Test
    public void answersAllOrNothing() {
        ownData.add(records("billing", p -> {
            throw new IllegalStateException("no connection");
        }));

        assertThatThrownBy(() -> ownData.of(person)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().status())
                .isEqualTo(503));
        assertThat(HOUSE.requests.of(person))
                .allMatch(request -> request.answeredAt().isEmpty());
    }

    @Test
    public void answersWhatWasAskedBeforeToo() {
        HOUSE.requests.received(person, Requests.Kind.KNOW);

        ownData.of(person);

        assertThat(HOUSE.requests.of(person)).hasSize(2).allMatch(request -> request.answeredAt()
                .isPresent());
    }

    @Test
    public void forgetsCapabilitiesThatAreGone() {
        PersonalRecords billing = records("billing", p -> Map.of());
        ownData.add(billing);
        ownData.remove(billing);

        assertThat(ownData.of(person)).containsOnlyKeys("profile");
    }

    private static PersonalRecords records(String capability, Function<PersonId, Map<String, Object>> held) {
        return new PersonalRecords() {

            @Override
            public String capability() {
                return capability;
            }

            @Override
            public Map<String, Object> heldAbout(PersonId person) {
                return held.apply(person);
            }
        };
    }
}
