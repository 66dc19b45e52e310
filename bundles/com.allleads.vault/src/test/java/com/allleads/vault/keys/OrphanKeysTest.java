package com.allleads.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.vault.VaultHouse;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class OrphanKeysTest {

    private final VaultHouse house = new VaultHouse();

    @Rule
    public final TestRule rule = house.rule();

    @Test
    public void removesOldKeysOfNobody() {
        PersonId enrolled = house.enrol();
        PersonId erased = house.enrol();
        PersonId orphan = PersonId.random();
        PersonId underWay = PersonId.random();
        house.keys.make(orphan);
        house.keys.make(underWay);
        house.vault.erase(erased);
        long longAgo = System.currentTimeMillis() - OrphanKeys.AGE.toMillis() - 1_000;
        house.keyStore
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE vault_key SET made_at = ? WHERE person <> ?", longAgo, underWay.toString()));

        assertThat(house.orphans.sweep()).isEqualTo(1);
        assertThat(house.orphans.sweep()).isZero();

        house.restart();
        assertThat(house.keys.find(orphan)).isEmpty();
        assertThat(house.keys.find(underWay)).isPresent();
        assertThat(house.keys.find(enrolled)).isPresent();
        assertThat(house.keys.destroyed()).containsOnlyKeys(erased);
    }

    @Test
    public void readsMoreThanAPage() {
        house.enrol();
        for (int i = 0; i < 1_200; i++) {
            house.keys.make(PersonId.random());
        }
        house.keyStore.jdbi().useHandle(handle -> handle.execute("UPDATE vault_key SET made_at = 1"));

        assertThat(house.orphans.sweep()).isEqualTo(1_200);
    }
}
