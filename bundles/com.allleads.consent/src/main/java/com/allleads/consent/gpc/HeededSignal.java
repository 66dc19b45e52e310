package com.allleads.consent.gpc;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.Transactions;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.Circumstances;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.gpc.Sightings.Sighting;
import com.allleads.consent.terms.CurrentCircumstances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns the signal of a person's browser into refusals, and remembers that it was seen. */
@Component(service = HeededSignal.class)
public final class HeededSignal {

    /** The language of the texts that capabilities declare. */
    private static final String LANGUAGE = "en";

    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final KnownPurposes purposes;
    private final Decisions decisions;
    private final Sightings sightings;
    private final CurrentCircumstances circumstances;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public HeededSignal(
            @Reference KnownPurposes purposes,
            @Reference Decisions decisions,
            @Reference Sightings sightings,
            @Reference CurrentCircumstances circumstances,
            @Reference Transactions transactions) {
        this(purposes, decisions, sightings, circumstances, transactions, Clock.systemUTC());
    }

    HeededSignal(
            KnownPurposes purposes,
            Decisions decisions,
            Sightings sightings,
            CurrentCircumstances circumstances,
            Transactions transactions,
            Clock clock) {
        this.purposes = purposes;
        this.decisions = decisions;
        this.sightings = sightings;
        this.circumstances = circumstances;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Heeds the signal. The refusals come first, so that no agreement is ever found standing against a signal that was noted. */
    public void heed(PersonId person) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Optional<Sighting> seen = sightings.of(person);
        List<Act> refusals = refusals(person, seen);
        if (!refusals.isEmpty()) {
            Occasion occasion = Occasion.at(Occasion.SIGNAL, LANGUAGE).withSignal(true);
            Circumstances current = circumstances.of(refusals);
            transactions.required(() -> decisions.append(person, occasion, refusals, current));
        }
        if (!refusals.isEmpty()
                || seen.isEmpty()
                || seen.get().last().plus(NOTED_EVERY).isBefore(now)) {
            sightings.note(person, now);
        }
    }

    private List<Act> refusals(PersonId person, Optional<Sighting> seen) {
        List<KnownPurpose> yielding = purposes.all().stream()
                .filter(known -> known.purpose().yieldsToSignal())
                .toList();
        if (yielding.isEmpty()) {
            return List.of();
        }
        Map<String, Decision> latest = decisions.latest(person).stream()
                .collect(Collectors.toMap(Decision::purpose, Function.identity(), (one, other) -> one));
        return yielding.stream()
                .filter(known ->
                        !stands(Optional.ofNullable(latest.get(known.purpose().id())), seen))
                .map(known -> new Act(known.purpose().id(), false, known.textDigest()))
                .toList();
    }

    /** A refusal stands, and so does a yes that the person gave knowing of the signal. */
    private static boolean stands(Optional<Decision> latest, Optional<Sighting> seen) {
        return latest.filter(decision -> !decision.granted()
                        || (decision.occasion().confirmed()
                                && seen.filter(sighting -> !decision.decidedAt().isBefore(sighting.first()))
                                        .isPresent()))
                .isPresent();
    }
}
