package com.allleads.vault.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.RetentionSource.Kept;
import com.allleads.api.registration.Accounts;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.RetentionRules.From;
import com.allleads.api.vault.RetentionRules.Rule;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.vault.PersonalDataKept;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.promises.AppliedCorrections;
import com.allleads.vault.retention.SweepReport.FieldResult;
import com.allleads.vault.rights.Requests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class SweepTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private final Set<PersonId> deactivated = new HashSet<>();
    private final Retention retention = new Retention(Duration.ofDays(30));
    private final Sweeps sweeps = new Sweeps(HOUSE.data.jdbi());
    private final Instant start = Instant.now();

    private PersonId ann;
    private PersonId bob;

    @Before
    public void enrol() {
        HOUSE.clear();
        ann = HOUSE.enrol();
        bob = HOUSE.enrol();
        HOUSE.vault.correct(ann, Map.of(Field.CITY, Optional.of("Lund")), "registration");
        retention.add(() -> List.of(
                new Rule(Field.NAME, Purpose.BILLING, From.DEACTIVATED, Duration.ofDays(180), "Disputes."),
                new Rule(Field.PHONE, Purpose.ACCOUNT, From.WRITTEN, Duration.ofDays(10), "For a while.")));
    }

    @Test
    public void leavesOpenAccountsAlone() {
        SweepReport report = sweep(Duration.ofDays(3_000));

        assertThat(report.fields()).isEmpty();
        assertThat(report.people()).isEqualTo(2);
        assertThat(fields(ann)).containsExactlyInAnyOrder("name", "email", "address.city");
    }

    @Test
    public void deletesWhatIsPastItsTimeAndKeepsWhatAPurposeStillNeeds() {
        deactivate(ann);

        assertThat(sweep(Duration.ofDays(29)).fields()).isEmpty();
        SweepReport report = sweep(Duration.ofDays(31));

        assertThat(report.fields())
                .containsExactly(
                        new FieldResult("address.city", 1, 1, 0, Optional.empty()),
                        new FieldResult("email", 1, 1, 0, Optional.empty()),
                        new FieldResult("name", 1, 0, 1, Optional.of("needed for the purpose billing")));
        assertThat(fields(ann)).containsExactly("name");
        assertThat(fields(bob)).containsExactlyInAnyOrder("name", "email");
        assertThat(HOUSE.lookups.ofErased()).isZero();
        assertThat(HOUSE.vault.uses(ann, 10, Optional.empty()).items()).isEmpty();
    }

    @Test
    public void whoeverIsFoundByAnEmailIsNotFoundByItAfterwards() {
        String email = email(ann);
        assertThat(HOUSE.vault.findByEmail(email)).contains(ann);
        deactivate(ann);

        sweep(Duration.ofDays(31));

        assertThat(HOUSE.vault.findByEmail(email)).isEmpty();
    }

    @Test
    public void erasesWhoeverClosedTheAccountAndHasNothingLeft() {
        deactivate(ann);

        assertThat(sweep(Duration.ofDays(31)).erased()).isZero();
        assertThat(sweep(Duration.ofDays(181)).erased()).isEqualTo(1);

        assertThat(HOUSE.vault.held(List.of(ann, bob))).containsExactly(bob);
        assertThat(HOUSE.keys.read(List.of(ann))).isEmpty();
    }

    @Test
    public void aDeactivationThatWasMissedCountsFromTheSweepThatFoundIt() {
        deactivated.add(ann);

        assertThat(sweep(Duration.ofDays(100)).fields()).isEmpty();
        assertThat(sweep(Duration.ofDays(129)).fields()).isEmpty();
        assertThat(sweep(Duration.ofDays(131)).fields()).isNotEmpty();
    }

    @Test
    public void deletesFromOpenAccountsWhatIsKeptForATimeFromItsWriting() {
        HOUSE.vault.correct(bob, Map.of(Field.PHONE, Optional.of("+1 202 555 0143")), "registration");

        assertThat(sweep(Duration.ofDays(9)).fields()).isEmpty();
        assertThat(sweep(Duration.ofDays(11)).fields())
                .containsExactly(new FieldResult("phone", 1, 1, 0, Optional.empty()));
        assertThat(fields(bob)).containsExactlyInAnyOrder("name", "email");
    }

    @Test
    public void keepsWhatAnOpenRequestIsAbout() {
        deactivate(ann);
        HOUSE.requests.received(ann, Requests.Kind.KNOW);

        assertThat(sweep(Duration.ofDays(31)).fields())
                .contains(new FieldResult("email", 1, 0, 1, Optional.of("a request of the person is open")));

        HOUSE.requests.answered(ann, Requests.Kind.KNOW);
        assertThat(sweep(Duration.ofDays(31)).fields()).contains(new FieldResult("email", 1, 1, 0, Optional.empty()));
    }

    @Test
    public void guessesNothingWhereNobodyKnowsAccounts() {
        deactivate(ann);
        Sweep sweep = sweeper(Duration.ofDays(300));
        sweep.accounts = null;

        assertThat(sweep.run("schedule", (done, total) -> {}).fields()).isEmpty();
    }

    @Test
    public void aCorrectedValueThatWentIsNoCorrectionThatWasLost() {
        deactivate(ann);

        sweep(Duration.ofDays(31));

        assertThat(new AppliedCorrections(HOUSE.corrections, HOUSE.values, HOUSE.keys, HOUSE.lookups)
                        .count()
                        .state())
                .isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void theRecordOfUsesStays() {
        HOUSE.vault.reveal(ann, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.platform("notification"));
        deactivate(ann);

        sweep(Duration.ofDays(200));

        assertThat(HOUSE.history.count(ann)).isEqualTo(1);
        assertThat(HOUSE.verification.verify().breaks()).isZero();
    }

    @Test
    public void keepsWhatEachSweepDid() {
        deactivate(ann);
        sweep(Duration.ofDays(1));
        SweepReport report = sweep(Duration.ofDays(31));

        List<SweepReport> kept = sweeps.newest(10);

        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).fields()).isEqualTo(report.fields());
        assertThat(kept.get(0).startedBy()).isEqualTo("operator");
        assertThat(kept.get(0).endedAt()).isPresent();
        assertThat(sweeps.last().orElseThrow().toEpochMilli())
                .isEqualTo(report.startedAt().toEpochMilli());
    }

    @Test
    public void tellsHowFarItIs() {
        List<Long> told = new ArrayList<>();

        sweeper(Duration.ZERO).run("operator", (done, total) -> told.add(done * 10 + total));

        assertThat(told).containsExactly(22L);
    }

    @Test
    public void thePolicySaysHowLongEachFieldIsKept() {
        List<Kept> kept = new PersonalDataKept(new StatedRetention(HOUSE.consent, retention)).kept();

        assertThat(kept).extracting(Kept::what).contains("Your name", "Your phone", "Your address, email");
        assertThat(kept.stream()
                        .filter(each -> each.what().equals("Your name"))
                        .findFirst()
                        .orElseThrow()
                        .howLong())
                .contains("180 days after you deactivate", "Disputes.");
    }

    private void deactivate(PersonId person) {
        deactivated.add(person);
        new NotedDeactivation(HOUSE.persons).deactivated(person, start);
    }

    private SweepReport sweep(Duration later) {
        return sweeper(later).run("operator", (done, total) -> {});
    }

    private Sweep sweeper(Duration later) {
        Sweep sweep = new Sweep(
                HOUSE.persons,
                HOUSE.values,
                HOUSE.lookups,
                HOUSE.corrections,
                HOUSE.requests,
                HOUSE.erasures,
                retention,
                sweeps,
                HOUSE.data.transactions(),
                Clock.fixed(start.plus(later), ZoneOffset.UTC));
        sweep.accounts = new Known();
        return sweep;
    }

    private static List<String> fields(PersonId person) {
        return HOUSE.values.collected(person).stream()
                .map(value -> value.field())
                .toList();
    }

    private static String email(PersonId person) {
        return ((Revealed) HOUSE.vault.reveal(person, Set.of(Field.EMAIL), Purpose.RIGHTS, Recipient.THE_PERSON))
                .value(Field.EMAIL)
                .orElseThrow();
    }

    private final class Known implements Accounts {

        @Override
        public Optional<Status> status(PersonId person) {
            return Optional.of(deactivated.contains(person) ? Status.DEACTIVATED : Status.ACTIVE);
        }

        @Override
        public Set<PersonId> registered(Collection<PersonId> people) {
            return Set.copyOf(people);
        }

        @Override
        public Set<PersonId> deactivated(Collection<PersonId> people) {
            Set<PersonId> among = new HashSet<>(people);
            among.retainAll(deactivated);
            return among;
        }

        @Override
        public String language(PersonId person) {
            return "en";
        }

        @Override
        public boolean passwordMatches(PersonId person, String password) {
            return false;
        }
    }
}
