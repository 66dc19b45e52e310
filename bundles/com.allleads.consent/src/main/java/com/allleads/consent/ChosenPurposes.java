package com.allleads.consent;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.asking.Asked;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.Decisions.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What personal data may be used for, and how many people decided what about it: for operators. */
@Component(service = ChosenPurposes.class)
public final class ChosenPurposes {

    private final KnownPurposes purposes;
    private final Decisions decisions;
    private final Asked asked;

    @Activate
    public ChosenPurposes(@Reference KnownPurposes purposes, @Reference Decisions decisions, @Reference Asked asked) {
        this.purposes = purposes;
        this.decisions = decisions;
        this.asked = asked;
    }

    /** Every known purpose, choices last. */
    public List<ChosenPurpose> all() {
        List<Standing> standings = decisions.standings();
        Map<String, Long> questions = asked.people();
        return purposes.all().stream()
                .map(KnownPurpose::purpose)
                .map(purpose -> new ChosenPurpose(
                        purpose,
                        people(standings, purpose, true),
                        people(standings, purpose, false),
                        asked(questions, purpose)))
                .toList();
    }

    private static Optional<Long> asked(Map<String, Long> questions, Purpose purpose) {
        return purpose.basis() == LegalBasis.CHOICE
                ? Optional.of(questions.getOrDefault(purpose.id(), 0L))
                : Optional.empty();
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
     * @param asked how many people were asked about it outside of a form; empty where it is no choice
     */
    public record ChosenPurpose(
            Purpose purpose, Optional<Long> granted, Optional<Long> refused, Optional<Long> asked) {}
}
