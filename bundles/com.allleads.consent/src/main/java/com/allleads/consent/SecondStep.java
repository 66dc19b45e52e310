package com.allleads.consent;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.Decisions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows when a yes takes two steps: after an opt-out, so that nobody is talked back into what they left, and against the
 * signal of a browser. A yes without the step that it needs counts as a no.
 */
@Component(service = SecondStep.class)
public final class SecondStep {

    private final KnownPurposes purposes;
    private final Decisions decisions;

    @Activate
    public SecondStep(@Reference KnownPurposes purposes, @Reference Decisions decisions) {
        this.purposes = purposes;
        this.decisions = decisions;
    }

    /** Whether a yes to the purpose needs a second step, made or not. */
    public boolean isNeeded(PersonId person, String purpose, boolean signal) {
        return (signal && yieldsToSignal(purpose)) || optedOut(about(purpose, decisions.all(person)));
    }

    /** The acts, where each yes without the second step that it needs has become a no. */
    List<Act> heed(PersonId person, Occasion occasion, List<Act> acts) {
        if (occasion.confirmed() || acts.stream().noneMatch(Act::granted)) {
            return acts;
        }
        List<Decision> all = decisions.all(person);
        Predicate<Act> needed =
                act -> (occasion.signal() && yieldsToSignal(act.purpose())) || optedOut(about(act.purpose(), all));
        return acts.stream()
                .map(act -> act.granted() && needed.test(act) ? new Act(act.purpose(), false, act.textDigest()) : act)
                .toList();
    }

    private boolean yieldsToSignal(String purpose) {
        return purposes.find(purpose)
                .map(KnownPurpose::purpose)
                .filter(Purpose::yieldsToSignal)
                .isPresent();
    }

    private static List<Decision> about(String purpose, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.purpose().equals(purpose))
                .toList();
    }

    /** A no on a form that asked for other things too is no opting out, unless it took back a yes. */
    private static boolean optedOut(List<Decision> oldestFirst) {
        Optional<Decision> latest =
                oldestFirst.isEmpty() ? Optional.empty() : Optional.of(oldestFirst.get(oldestFirst.size() - 1));
        return latest.filter(decision -> !decision.granted())
                .filter(decision -> isAboutTheChoiceAlone(decision.occasion())
                        || oldestFirst.stream().anyMatch(Decision::granted))
                .isPresent();
    }

    private static boolean isAboutTheChoiceAlone(Occasion occasion) {
        return occasion.point().equals(Occasion.CHOICES) || occasion.point().equals(Occasion.SIGNAL);
    }
}
