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
import com.allleads.vault.rights.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

    private static final String ON_A_CHOICE = "terms IN (SELECT id FROM vault_use_terms WHERE basis = 'CHOICE')";

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
        kept(appliedCorrections(Instant.now()), "corrections", 1);
        kept(answeredInTime(Instant.now()), "requests", 1);
    }

    @Test
    public void findsCorrectionsThatWereUndone() {
        HOUSE.tamper("UPDATE vault_value SET written_at = written_at - 60000 WHERE field = 'address.city'");

        broken(appliedCorrections(Instant.now()), "correctionsNotApplied", 1);
    }

    @Test
    public void findsCorrectedValuesThatWereLost() {
        HOUSE.tamper("DELETE FROM vault_value WHERE field = 'address.city'");

        broken(appliedCorrections(Instant.now()), "correctionsNotApplied", 1);
    }

    @Test
    public void findsCorrectedEmailsThatLeadToNobody() {
        HOUSE.vault.correct(ann, Map.of(Field.EMAIL, Optional.of("new-" + ann + "@mail.example")), "registration");
        kept(appliedCorrections(Instant.now()), "corrections", 2);

        HOUSE.tamper("DELETE FROM vault_lookup WHERE person = ?", ann.toString());

        broken(appliedCorrections(Instant.now()), "correctionsNotApplied", 1);
    }

    @Test
    public void findsPartiesThatWereNotToldOfAWrongValueInTime() {
        Recipient relay = new Recipient(Recipient.Kind.OUTSIDE, "relay");
        HOUSE.vault.reveal(ann, Set.of(Field.NAME, Field.CITY), Purpose.ACCOUNT, relay);
        HOUSE.vault.correct(ann, Map.of(Field.NAME, Optional.of("Anne")), "registration");
        Instant late = Instant.now().plus(Duration.ofDays(31));

        kept(appliedCorrections(Instant.now()), "corrections", 2);
        broken(appliedCorrections(late), "recipientsNotTold", 1);

        assertThat(HOUSE.corrections.told(HOUSE.corrections.open(10).get(0).id(), "operator", Instant.now()))
                .isTrue();
        kept(appliedCorrections(late), "corrections", 2);
    }

    @Test
    public void aPartyThatReceivesTheFieldAnewIsTold() {
        Recipient relay = new Recipient(Recipient.Kind.OUTSIDE, "relay");
        HOUSE.vault.reveal(ann, Set.of(Field.NAME), Purpose.ACCOUNT, relay);
        HOUSE.vault.correct(ann, Map.of(Field.NAME, Optional.of("Anne")), "registration");
        // The clock may not have moved between the three.
        HOUSE.tamper("UPDATE vault_use SET used_at = used_at - 2000");
        HOUSE.tamper("UPDATE vault_correction SET corrected_at = corrected_at - 1000");

        HOUSE.vault.reveal(ann, Set.of(Field.CITY), Purpose.ACCOUNT, relay);
        assertThat(HOUSE.corrections.open(10)).hasSize(1);

        HOUSE.vault.reveal(ann, Set.of(Field.NAME), Purpose.ACCOUNT, relay);
        assertThat(HOUSE.corrections.open(10)).isEmpty();
    }

    @Test
    public void findsRequestsThatNobodyAnswered() {
        HOUSE.requests.received(bob, Requests.Kind.KNOW);
        Instant received = Instant.now();

        kept(answeredInTime(received.plus(Duration.ofDays(44))), "requests", 2);
        broken(answeredInTime(received.plus(Duration.ofDays(46))), "requestsPastDue", 1);
    }

    @Test
    public void findsRequestsThatWereAnsweredTooLate() {
        HOUSE.tamper("UPDATE vault_request SET received_at = received_at - ?", 46L * 86_400_000);

        broken(answeredInTime(Instant.now()), "requestsPastDue", 1);
    }

    @Test
    public void findsRequestsThatWereAcknowledgedTooLate() {
        long monday = Instant.parse("2026-11-02T09:00:00Z").toEpochMilli();
        long friday = Instant.parse("2026-11-13T09:00:00Z").toEpochMilli();
        long nextTuesday = Instant.parse("2026-11-17T09:00:00Z").toEpochMilli();
        HOUSE.tamper(
                "UPDATE vault_request SET received_at = ?, acknowledged_at = ?, answered_at = ?",
                monday,
                friday,
                friday);
        kept(answeredInTime(Instant.now()), "requests", 1);

        HOUSE.tamper("UPDATE vault_request SET acknowledged_at = ?", nextTuesday);
        broken(answeredInTime(Instant.now()), "requestsPastDue", 1);
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
        HOUSE.tamperTerms("purpose", "news", "person = ?", bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesWithoutADecision() {
        HOUSE.tamper("UPDATE vault_use SET receipt = NULL WHERE " + ON_A_CHOICE);

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesOnAnotherPersonsDecision() {
        HOUSE.tamper("UPDATE vault_use SET person = ? WHERE " + ON_A_CHOICE, bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesOnARefusal() {
        String refusal = HOUSE.consent.decide(bob, false, Instant.now().minusSeconds(60));
        HOUSE.tamperTerms("basis", "CHOICE", "person = ?", bob.toString());
        HOUSE.tamperTerms("purpose", "news", "person = ?", bob.toString());
        HOUSE.tamper("UPDATE vault_use SET receipt = ? WHERE person = ?", refusal, bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesBeforeTheDecisionAndAfterItWasTakenBack() {
        HOUSE.tamper(
                "UPDATE vault_use SET used_at = ? WHERE batch = (SELECT MIN(batch) FROM vault_use WHERE " + ON_A_CHOICE
                        + ")",
                Instant.now().minusSeconds(3_600).toEpochMilli());
        broken(allowedUses(), "usesNotAllowed", 3);

        HOUSE.tamper("UPDATE vault_use SET used_at = ?", System.currentTimeMillis());
        assertThat(allowedUses().count().state()).isEqualTo(PromiseState.KEPT);

        HOUSE.consent.decide(ann, false, Instant.now());
        assertThat(allowedUses().count().state()).isEqualTo(PromiseState.KEPT);
        HOUSE.tamper(
                "UPDATE vault_use SET used_at = ? WHERE batch = (SELECT MAX(batch) FROM vault_use WHERE " + ON_A_CHOICE
                        + ")",
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
    public void findsAnEnvelopeThatWasMovedToAnotherPersonOrField() {
        HOUSE.tamper(
                "UPDATE vault_value SET envelope = (SELECT v.envelope FROM vault_value v WHERE v.person = ?"
                        + " AND v.field = 'name') WHERE person = ? AND field = 'name'",
                ann.toString(),
                bob.toString());
        broken(new EncryptedValues(HOUSE.values, HOUSE.keys), "valuesNotEncrypted", 1);

        HOUSE.tamper(
                "UPDATE vault_value SET envelope = (SELECT v.envelope FROM vault_value v WHERE v.person = ?"
                        + " AND v.field = 'name') WHERE person = ? AND field = 'email'",
                ann.toString(),
                ann.toString());
        broken(new EncryptedValues(HOUSE.values, HOUSE.keys), "valuesNotEncrypted", 2);
    }

    @Test
    public void findsUsesThatWereTakenAway() {
        HOUSE.tamper("DELETE FROM vault_use WHERE batch = (SELECT MAX(batch) FROM vault_use)");

        broken(new UnbrokenRecord(HOUSE.verification), "breaksInRecordOfUses", 1);
    }

    @Test
    public void findsTheKeyOfSomebodyErasedThatCameBack() {
        PersonId erased = HOUSE.enrol();
        byte[] wrapped = HOUSE.keyJdbi()
                .withHandle(handle -> handle.createQuery("SELECT wrapped FROM vault_key WHERE person = :person")
                        .bind("person", erased.toString())
                        .mapTo(byte[].class)
                        .one());
        HOUSE.vault.erase(erased);
        kept(erasedForGood(), "erasedPersons", 2);

        // As from a backup of the key store.
        HOUSE.keyJdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE vault_key SET wrapped = ?, generation = 1 WHERE person = ?",
                        wrapped,
                        erased.toString()));
        broken(erasedForGood(), "erasedButReadable", 1);

        HOUSE.erasures.catchUp();
        kept(erasedForGood(), "erasedPersons", 2);
    }

    @Test
    public void findsSomebodyErasedWhoCanStillBeFound() {
        PersonId erased = HOUSE.enrol();
        HOUSE.vault.erase(erased);
        HOUSE.lookups.put(erased, "left-" + erased + "@mail.example");

        broken(erasedForGood(), "erasedButReadable", 1);
    }

    @Test
    public void findsUsesOnABasisThatDoesNotExist() {
        HOUSE.tamperTerms("basis", "CURIOSITY", "person = ?", bob.toString());

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesForAnotherPurposeThanWasDecidedAbout() {
        HOUSE.tamperTerms("purpose", "surveys", ON_A_CHOICE);

        broken(allowedUses(), "usesNotAllowed", 3);
    }

    @Test
    public void findsUsesThatWereChanged() {
        HOUSE.tamperTerms("purpose", "billing", "batch = (SELECT MIN(batch) FROM vault_use)");

        broken(new UnbrokenRecord(HOUSE.verification), "breaksInRecordOfUses", 1);
    }

    @Test
    public void findsUsesWhoseTermsAreGone() {
        HOUSE.tamper("DELETE FROM vault_use_terms WHERE basis = 'CHOICE'");

        broken(allowedUses(), "usesNotAllowed", 3);
        broken(new UnbrokenRecord(HOUSE.verification), "breaksInRecordOfUses", 3);
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

    private static PromiseCheck appliedCorrections(Instant now) {
        return new AppliedCorrections(
                HOUSE.corrections, HOUSE.values, HOUSE.keys, HOUSE.lookups, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static PromiseCheck answeredInTime(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new AnsweredInTime(new Requests(HOUSE.data.jdbi(), clock), clock);
    }
}
