package com.allleads.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.vault.VaultHouse;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class OrphanKeysTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    @Before
    public void clear() {
        HOUSE.clear();
    }

    @Test
    public void removesOldKeysOfNobody() {
        PersonId enrolled = HOUSE.enrol();
        PersonId erased = HOUSE.enrol();
        PersonId orphan = PersonId.random();
        PersonId underWay = PersonId.random();
        HOUSE.keys.make(orphan);
        HOUSE.keys.make(underWay);
        HOUSE.vault.erase(erased);
        long longAgo = System.currentTimeMillis() - OrphanKeys.AGE.toMillis() - 1_000;
        HOUSE.keyStore
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE vault_key SET made_at = ? WHERE person <> ?", longAgo, underWay.toString()));

        assertThat(HOUSE.orphans.sweep()).isEqualTo(1);
        assertThat(HOUSE.orphans.sweep()).isZero();

        HOUSE.restart();
        assertThat(HOUSE.keys.find(orphan)).isEmpty();
        assertThat(HOUSE.keys.find(underWay)).isPresent();
        assertThat(HOUSE.keys.find(enrolled)).isPresent();
        assertThat(HOUSE.keys.destroyed()).containsOnlyKeys(erased);
    }

    @Test
    public void readsMoreThanAPage() {
        HOUSE.enrol();
        for (int i = 0; i < 1_200; i++) {
            HOUSE.keys.make(PersonId.random());
        }
        HOUSE.keyStore.jdbi().useHandle(handle -> handle.execute("UPDATE vault_key SET made_at = 1"));

        assertThat(HOUSE.orphans.sweep()).isEqualTo(1_200);
    }
}
