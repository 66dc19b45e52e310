package com.allleads.consent.pages;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.Decisions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a person stands on every choice, and how that came about, for their own eyes. */
@Component(service = StandingChoices.class)
public final class StandingChoices {

    private final KnownPurposes purposes;
    private final Decisions decisions;

    @Activate
    public StandingChoices(@Reference KnownPurposes purposes, @Reference Decisions decisions) {
        this.purposes = purposes;
        this.decisions = decisions;
    }

    List<Standing> of(PersonId person) {
        List<Decision> all = decisions.all(person);
        return purposes.all().stream()
                .filter(KnownPurpose::isChoice)
                .map(known -> standing(known, all))
                .toList();
    }

    private static Standing standing(KnownPurpose known, List<Decision> all) {
        List<Decision> about = all.stream()
                .filter(decision -> decision.purpose().equals(known.purpose().id()))
                .toList();
        Optional<Decision> latest = about.isEmpty() ? Optional.empty() : Optional.of(about.get(about.size() - 1));
        boolean granted = latest.filter(Decision::granted).isPresent();
        boolean signalled = latest.filter(StandingChoices::signalled).isPresent();
        return new Standing(
                known.purpose().id(),
                known.purpose().title(),
                known.purpose().text(),
                known.textDigest(),
                granted,
                latest.map(Decision::receipt),
                latest.map(Decision::decidedAt),
                signalled,
                signalled ? lastYes(about) : Optional.empty(),
                granted && known.purpose().yieldsToSignal() && about.stream().anyMatch(StandingChoices::signalled));
    }

    private static boolean signalled(Decision decision) {
        return decision.occasion().point().equals(Occasion.SIGNAL);
    }

    private static Optional<Instant> lastYes(List<Decision> about) {
        return about.stream().filter(Decision::granted).map(Decision::decidedAt).reduce((earlier, later) -> later);
    }

    /**
     * A choice as it is shown.
     *
     * @param purpose the purpose's id
     * @param title a few words
     * @param text what the person agrees to
     * @param textDigest the digest of the text
     * @param granted whether they agreed
     * @param receipt the receipt of the latest decision
     * @param decidedAt when that was
     * @param signalled whether a browser's signal made that decision
     * @param agreedBefore when they had agreed before the signal, where it took back a yes
     * @param againstSignal whether they agreed although a browser of theirs signalled a no before
     */
    public record Standing(
            String purpose,
            String title,
            String text,
            String textDigest,
            boolean granted,
            Optional<String> receipt,
            Optional<Instant> decidedAt,
            boolean signalled,
            Optional<Instant> agreedBefore,
            boolean againstSignal) {}
}
