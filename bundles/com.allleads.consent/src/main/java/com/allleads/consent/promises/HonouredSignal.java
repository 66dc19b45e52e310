package com.allleads.consent.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.gpc.Sightings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code choice.gpc}: nothing that yields to the Global Privacy Control signal was agreed to by a request that carried it,
 * and no agreement from before the signal outlived it, unless the person was told of the signal and said yes once more.
 */
@Component(service = PromiseCheck.class)
public final class HonouredSignal implements PromiseCheck {

    private final KnownPurposes purposes;
    private final Decisions decisions;
    private final Sightings sightings;

    @Activate
    public HonouredSignal(
            @Reference KnownPurposes purposes, @Reference Decisions decisions, @Reference Sightings sightings) {
        this.purposes = purposes;
        this.decisions = decisions;
        this.sightings = sightings;
    }

    @Override
    public String promise() {
        return "choice.gpc";
    }

    @Override
    public Evidence count() {
        List<String> yielding = purposes.all().stream()
                .filter(known -> known.purpose().yieldsToSignal())
                .map(known -> known.purpose().id())
                .toList();
        long against = yielding.isEmpty() ? 0 : decisions.grantedAgainstSignal(yielding);
        long outlived = yielding.isEmpty() ? 0 : decisions.outlivedSignal(yielding);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("agreementsAgainstSignal", against);
        counts.put("agreementsThatOutlivedSignal", outlived);
        counts.put("decisionsUnderSignal", decisions.underSignal());
        counts.put("peopleWithSignal", sightings.people());
        return new Evidence(
                against + outlived == 0 ? PromiseState.KEPT : PromiseState.BROKEN,
                counts,
                "Agreements to sale, sharing or targeting that were recorded from a request with the Global Privacy"
                        + " Control signal, or still stood after such a request, without the person having confirmed"
                        + " them against the signal.");
    }
}
