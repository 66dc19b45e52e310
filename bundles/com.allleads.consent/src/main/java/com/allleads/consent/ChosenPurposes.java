package com.allleads.consent;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.Decisions.Standing;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What personal data may be used for, and how many people decided what about it: for operators. */
@Component(service = ChosenPurposes.class)
public final class ChosenPurposes {

    private final KnownPurposes purposes;
    private final Decisions decisions;

    @Activate
    public ChosenPurposes(@Reference KnownPurposes purposes, @Reference Decisions decisions) {
        this.purposes = purposes;
        this.decisions = decisions;
    }

    /** Every known purpose, choices last. */
    public List<ChosenPurpose> all() {
        List<Standing> standings = decisions.standings();
        return purposes.all().stream()
                .map(KnownPurpose::purpose)
                .map(purpose ->
                        new ChosenPurpose(purpose, people(standings, purpose, true), people(standings, purpose, false)))
                .toList();
    }

    private static Optional<Long> people(List<Standing> standings, Purpose purpose, boolean granted) {
        if (purpose.basis() != LegalBasis.CHOICE) {
            return Optional.empty();
        }
        return Optional.of(standings.stream()
                .filter(standing -> standing.purpose().equals(purpose.id()) && standing.granted() == granted)
                .mapToLong(Standing::people)
                .sum());
    }

    /**
     * A purpose with what people decided.
     *
     * @param purpose the purpose
     * @param granted how many people's latest decision was a yes; empty where it is no choice
     * @param refused how many people's latest decision was a no; empty where it is no choice
     */
    public record ChosenPurpose(Purpose purpose, Optional<Long> granted, Optional<Long> refused) {}
}
