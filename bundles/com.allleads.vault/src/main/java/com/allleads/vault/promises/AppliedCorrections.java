package com.allleads.vault.promises;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.vault.Field;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.keys.Belonging;
import com.allleads.vault.keys.Envelope;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.StoredValue;
import com.allleads.vault.persons.Values;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code correction}: what was corrected is what is held, a corrected email leads to its person, and every outside party that
 * had received a wrong value was told in time.
 */
@Component(service = PromiseCheck.class)
public final class AppliedCorrections implements PromiseCheck {

    private static final int PAGE = 500;

    private final Corrections corrections;
    private final Values values;
    private final PersonKeys keys;
    private final Lookups lookups;
    private final Clock clock;

    @Activate
    public AppliedCorrections(
            @Reference Corrections corrections,
            @Reference Values values,
            @Reference PersonKeys keys,
            @Reference Lookups lookups) {
        this(corrections, values, keys, lookups, Clock.systemUTC());
    }

    AppliedCorrections(Corrections corrections, Values values, PersonKeys keys, Lookups lookups, Clock clock) {
        this.corrections = corrections;
        this.values = values;
        this.keys = keys;
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public String promise() {
        return "correction";
    }

    @Override
    public Evidence count() {
        long notApplied = corrections.notApplied() + emailsThatLeadElsewhere();
        long notTold = corrections.openSince(clock.instant().minus(Corrections.TOLD_WITHIN));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("correctionsNotApplied", notApplied);
        counts.put("recipientsNotTold", notTold);
        counts.put("corrections", corrections.count());
        return new Evidence(
                notApplied + notTold == 0 ? PromiseState.KEPT : PromiseState.BROKEN,
                counts,
                "Corrections whose value is not the one that is held, or by whose email the person is not found; and outside"
                        + " parties that had received a wrong value and were not told within 30 days.");
    }

    private long emailsThatLeadElsewhere() {
        long wrong = 0;
        List<PersonId> page = corrections.corrected(Field.EMAIL, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            Map<PersonId, SecretKey> found = keys.read(Set.copyOf(page));
            wrong += page.stream()
                    .filter(person -> leadsElsewhere(person, Optional.ofNullable(found.get(person))))
                    .count();
            page = corrections.corrected(Field.EMAIL, Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return wrong;
    }

    /** Without a key, as in the middle of an erasure, or without an email there is nothing that could lead anywhere. */
    private boolean leadsElsewhere(PersonId person, Optional<SecretKey> key) {
        Optional<StoredValue> email = values.find(person, List.of(Field.EMAIL.name()))
                .flatMap(found -> found.stream().findFirst());
        if (key.isEmpty() || email.isEmpty()) {
            return false;
        }
        StoredValue value = email.get();
        return Envelope.open(key.get(), Belonging.value(person, value.field(), value.point()), value.envelope())
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .flatMap(lookups::find)
                .filter(person::equals)
                .isEmpty();
    }
}
