package com.allleads.vault.retention;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.RetentionRules.Rule;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.erasure.Erasures;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Persons.Enrolled;
import com.allleads.vault.persons.Values;
import com.allleads.vault.persons.Values.Collected;
import com.allleads.vault.retention.SweepReport.FieldResult;
import com.allleads.vault.rights.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Deletes values whose retention has run out, person by person, each in a transaction of its own. Whoever deactivated their
 * account and of whom nothing is left is erased: their key goes, and with it every copy in every backup. What others keep under
 * the person's number, such as the sums that law demands, is not touched.
 */
@Component(service = Sweep.class)
public final class Sweep {

    private static final int PAGE = 200;
    private static final int LONGEST_WHY = 500;

    private final Persons persons;
    private final Values values;
    private final Lookups lookups;
    private final Corrections corrections;
    private final Requests requests;
    private final Erasures erasures;
    private final Retention retention;
    private final Sweeps sweeps;
    private final Transactions transactions;
    private final Clock clock;

    /** Without it nobody is known to have deactivated an account, and nothing is guessed. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile Accounts accounts;

    @Activate
    public Sweep(
            @Reference Persons persons,
            @Reference Values values,
            @Reference Lookups lookups,
            @Reference Corrections corrections,
            @Reference Requests requests,
            @Reference Erasures erasures,
            @Reference Retention retention,
            @Reference Sweeps sweeps,
            @Reference Transactions transactions) {
        this(
                persons,
                values,
                lookups,
                corrections,
                requests,
                erasures,
                retention,
                sweeps,
                transactions,
                Clock.systemUTC());
    }

    /** With a clock. */
    public Sweep(
            Persons persons,
            Values values,
            Lookups lookups,
            Corrections corrections,
            Requests requests,
            Erasures erasures,
            Retention retention,
            Sweeps sweeps,
            Transactions transactions,
            Clock clock) {
        this.persons = persons;
        this.values = values;
        this.lookups = lookups;
        this.corrections = corrections;
        this.requests = requests;
        this.erasures = erasures;
        this.retention = retention;
        this.sweeps = sweeps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once and says what it did, which is also kept. */
    public SweepReport run(String by, Progress progress) {
        Instant now = clock.instant();
        long id = sweeps.begin(by, now);
        Work work = new Work(now);
        long total = persons.count();
        List<Enrolled> page = persons.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            sweep(page, work);
            work.people += page.size();
            progress.at(Math.min(work.people, total), total);
            page = persons.page(Optional.of(page.get(page.size() - 1).person()), PAGE);
        }
        List<FieldResult> results = work.tallies.entrySet().stream()
                .map(tally -> tally.getValue().result(tally.getKey()))
                .toList();
        Instant ended = clock.instant();
        transactions.required(() -> sweeps.end(id, work.people, work.erased, results, ended));
        return new SweepReport(id, now, by, work.people, work.erased, Optional.of(ended), results);
    }

    private void sweep(List<Enrolled> page, Work work) {
        List<PersonId> people = page.stream().map(Enrolled::person).toList();
        Accounts known = accounts;
        Set<PersonId> deactivated = known == null ? Set.of() : known.deactivated(people);
        Map<PersonId, List<Collected>> held = values.collected(people);
        for (Enrolled enrolled : page) {
            PersonId person = enrolled.person();
            // Who is not deactivated by the word of registration is not, whatever was noted.
            Optional<Instant> since = deactivated.contains(person)
                    ? Optional.of(enrolled.deactivatedAt().orElse(work.now))
                    : Optional.empty();
            if (since.isPresent() && enrolled.deactivatedAt().isEmpty()) {
                persons.deactivated(person, work.now);
            }
            sweep(person, since, held.getOrDefault(person, List.of()), work);
        }
    }

    private void sweep(PersonId person, Optional<Instant> deactivated, List<Collected> held, Work work) {
        List<Collected> due =
                held.stream().filter(value -> isDue(value, deactivated, work)).toList();
        if (!due.isEmpty() && hasOpenRequest(person)) {
            due.forEach(value -> work.tally(value).keep("a request of the person is open"));
            return;
        }
        if (!due.isEmpty()) {
            delete(person, due, work);
        }
        boolean waits = deactivated
                .map(at -> at.plus(retention.otherwise()).isAfter(work.now))
                .orElse(true);
        if (!waits && due.size() == held.size() && values.collected(person).isEmpty()) {
            erasures.erase(person);
            work.erased++;
        }
    }

    /** Whether every rule has run out; where one has and another has not, that is noted. */
    private boolean isDue(Collected value, Optional<Instant> deactivated, Work work) {
        List<Rule> rules = retention.rules(value.field());
        List<Rule> open = rules.stream()
                .filter(rule -> Retention.end(rule, value.at(), deactivated)
                        .filter(end -> !end.isAfter(work.now))
                        .isEmpty())
                .toList();
        if (open.isEmpty()) {
            return true;
        }
        boolean pastTheUsualTime = deactivated
                .filter(at -> !at.plus(retention.otherwise()).isAfter(work.now))
                .isPresent();
        if (open.size() < rules.size() || pastTheUsualTime) {
            open.forEach(rule -> work.tally(value).because("needed for the purpose " + rule.purpose()));
            work.tally(value).keep();
        }
        return false;
    }

    private void delete(PersonId person, List<Collected> due, Work work) {
        Set<String> corrected = new TreeSet<>();
        corrections.of(person).forEach(correction -> corrected.add(correction.field()));
        transactions.required(() -> {
            if (!persons.lock(person)) {
                return;
            }
            for (Collected value : due) {
                if (values.removeUnchanged(person, value.field(), value.at())) {
                    Field field = new Field(value.field());
                    if (field.equals(Field.EMAIL)) {
                        lookups.remove(person);
                    }
                    if (corrected.contains(value.field())) {
                        corrections.note(person, Map.of(field, true), Map.of(), work.now);
                    }
                }
            }
        });
        due.forEach(value -> work.tally(value).deleted++);
    }

    private boolean hasOpenRequest(PersonId person) {
        return requests.of(person).stream()
                .anyMatch(request -> request.answeredAt().isEmpty());
    }

    /** Is told how far a sweep is. */
    @FunctionalInterface
    public interface Progress {

        /** So many people of so many are done. */
        void at(long done, long total);
    }

    private static final class Work {

        private final Instant now;
        private final SortedMap<String, Tally> tallies = new TreeMap<>();
        private long people;
        private long erased;

        private Work(Instant now) {
            this.now = now;
        }

        private Tally tally(Collected value) {
            return tallies.computeIfAbsent(value.field(), first -> new Tally());
        }
    }

    private static final class Tally {

        private final SortedSet<String> reasons = new TreeSet<>();
        private long deleted;
        private long kept;

        private void keep(String why) {
            because(why);
            keep();
        }

        private void keep() {
            kept++;
        }

        private void because(String why) {
            reasons.add(why);
        }

        private FieldResult result(String field) {
            String why = String.join("; ", reasons);
            return new FieldResult(
                    field,
                    deleted + kept,
                    deleted,
                    kept,
                    Optional.of(why.substring(0, Math.min(why.length(), LONGEST_WHY)))
                            .filter(text -> !text.isEmpty()));
        }
    }
}
