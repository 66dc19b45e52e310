package com.allleads.vault.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.vault.VaultHouse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

/** Each promise is kept after ordinary use, and is broken by whatever it is there to find. */
public final class VaultPromisesTest {

    private static final Recipient NOTIFICATION = Recipient.platform("notification");

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private PersonId ann;
    private PersonId bob;

    @Before
    public void ordinaryUse() {
        HOUSE.clear();
        ann = HOUSE.enrol();
        bob = HOUSE.enrol();
        HOUSE.vault.correct(ann, Map.of(Field.CITY, Optional.of("Lund")), "registration");
        HOUSE.consent.decide(ann, true, Instant.now().minusSeconds(1));
        for (int i = 0; i < 3; i++) {
            reveal(ann, "news");
            reveal(ann, Purpose.ACCOUNT);
            reveal(bob, Purpose.ACCOUNT);
        }
        HOUSE.vault.erase(HOUSE.enrol());
    }

    @Test
    public void allAreKeptAfterOrdinaryUse() {
        kept(declaredCollection(), "values", 5);
        kept(allowedUses(), "uses", 9);
        kept(new EncryptedValues(HOUSE.values, HOUSE.keys), "values", 5);
        kept(new UnbrokenRecord(HOUSE.verification), "usesVerified", 9);
        kept(erasedForGood(), "erasedPersons", 1);
    }

    @Test
    public void findsValuesOfFieldsThatNobodyDeclared() {
        HOUSE.tamper("UPDATE vault_value SET field = 'shoeSize' WHERE field = 'address.city'");

        broken(declaredCollection(), "valuesWithoutDeclaration", 1);
    }

    @Test
    public void findsValuesFromNowhere() {
        HOUSE.tamper("UPDATE vault_value SET point = 'nowhere' WHERE field = 'name'");

        broken(declaredCollection(), "valuesWithoutDeclaration", 2);
    }

    @Test
    public void rememberWhatAPointDeclaredThatIsGone() {
        HOUSE.declared.add(new CollectionPoint() {
            @Override
            public String id() {
                return "gone";
            }

            @Override
            public String title() {
                return "A form of last year";
            }

            @Override
            public List<AskedField> fields() {
                return List.of(new AskedField("name", "To greet you.", true));
            }

            @Override
            public List<String> offers() {
                return List.of();
            }
        });
        HOUSE.tamper("UPDATE vault_value SET point = 'gone' WHERE field = 'name'");

        kept(declaredCollection(), "values", 5);
    }

    @Test
    public void findsUsesOfAChoiceWrittenDownAsNeeded() {
        HOUSE.tamper("UPDATE vault_use SET purpose = 'news' WHERE person = ?", bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesWithoutADecision() {
        HOUSE.tamper("UPDATE vault_use SET receipt = NULL WHERE basis = 'CHOICE'");

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesOnAnotherPersonsDecision() {
        HOUSE.tamper("UPDATE vault_use SET person = ? WHERE basis = 'CHOICE'", bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesOnARefusal() {
        String refusal = HOUSE.consent.decide(bob, false, Instant.now().minusSeconds(60));
        HOUSE.tamper(
                "UPDATE vault_use SET basis = 'CHOICE', purpose = 'news', receipt = ? WHERE person = ?",
                refusal,
                bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesBeforeTheDecisionAndAfterItWasTakenBack() {
        HOUSE.tamper(
                "UPDATE vault_use SET used_at = ? WHERE id = (SELECT MIN(id) FROM vault_use WHERE basis = 'CHOICE')",
                Instant.now().minusSeconds(3_600).toEpochMilli());
        broken(allowedUses(), "usesNotAllowed", 3);

        HOUSE.tamper("UPDATE vault_use SET used_at = ?", System.currentTimeMillis());
        assertThat(allowedUses().count().state()).isEqualTo(PromiseState.KEPT);

        HOUSE.consent.decide(ann, false, Instant.now());
        assertThat(allowedUses().count().state()).isEqualTo(PromiseState.KEPT);
        HOUSE.tamper(
                "UPDATE vault_use SET used_at = ? WHERE id = (SELECT MAX(id) FROM vault_use WHERE basis = 'CHOICE')",
                Instant.now().plusSeconds(3_600).toEpochMilli());
        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsValuesInClear() {
        HOUSE.tamper(
                "UPDATE vault_value SET envelope = ? WHERE field = 'name' AND person = ?",
                "A name in clear, long enough".getBytes(StandardCharsets.UTF_8),
                ann.toString());

        broken(new EncryptedValues(HOUSE.values, HOUSE.keys), "valuesNotEncrypted", 1);
    }

    @Test
    public void findsValuesThatOnlyLookEncrypted() {
        byte[] looks = new byte[64];
        looks[0] = 1;
        HOUSE.tamper("UPDATE vault_value SET envelope = ? WHERE field = 'email'", (Object) looks);

        broken(new EncryptedValues(HOUSE.values, HOUSE.keys), "valuesNotEncrypted", 2);
    }

    @Test
    public void findsUsesThatWereChanged() {
        HOUSE.tamper("UPDATE vault_use SET purpose = 'billing' WHERE id = (SELECT MIN(id) FROM vault_use)");

        broken(new UnbrokenRecord(HOUSE.verification), "breaksInRecordOfUses", 1);
    }

    @Test
    public void findsPeopleWhoseDataCanBeReadAfterTheirErasure() {
        PersonId erased = HOUSE.enrol();
        HOUSE.vault.erase(erased);
        HOUSE.tamper("UPDATE vault_person SET erased_at = 1 WHERE person = ?", bob.toString());

        // Bob's key is still there, and so is the hash of his email.
        broken(erasedForGood(), "erasedButReadable", 2);
    }

    private PromiseCheck declaredCollection() {
        return new DeclaredCollection(HOUSE.values, HOUSE.declared, HOUSE.consent);
    }

    private PromiseCheck allowedUses() {
        return new AllowedUses(HOUSE.grounds, HOUSE.consent);
    }

    private PromiseCheck erasedForGood() {
        return new ErasedForGood(HOUSE.persons, HOUSE.keys, HOUSE.lookups);
    }

    private void reveal(PersonId person, String purpose) {
        HOUSE.vault.reveal(person, Set.of(Field.NAME), purpose, NOTIFICATION);
    }

    private static void kept(PromiseCheck check, String base, long looked) {
        Evidence evidence = check.count();
        assertThat(evidence.state()).as(check.promise()).isEqualTo(PromiseState.KEPT);
        assertThat(evidence.counts()).containsEntry(base, looked);
    }

    private static void broken(PromiseCheck check, String violation, long found) {
        Evidence evidence = check.count();
        assertThat(evidence.state()).as(check.promise()).isEqualTo(PromiseState.BROKEN);
        assertThat(evidence.counts()).containsEntry(violation, found);
    }
}
