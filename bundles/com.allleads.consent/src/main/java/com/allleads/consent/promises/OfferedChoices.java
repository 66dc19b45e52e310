package com.allleads.consent.promises;

import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.consent.KnownPoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code choice.opt-out}: no use beyond running the site is imposed. Every purpose that is neither the site's own nor the
 * law's must be a choice, and whatever a collection point offers must be one that can be declined there.
 */
@Component(service = PromiseCheck.class)
public final class OfferedChoices implements PromiseCheck {

    private final Consent consent;
    private final KnownPoints points;

    @Activate
    public OfferedChoices(@Reference Consent consent, @Reference KnownPoints points) {
        this.consent = consent;
        this.points = points;
    }

    @Override
    public String promise() {
        return "choice.opt-out";
    }

    @Override
    public Evidence count() {
        List<CollectionPoint> installed = points.all();
        if (installed.isEmpty()) {
            return Evidence.unproven("No capability that collects personal data is installed.");
        }
        long imposedUses =
                consent.purposes().stream().filter(OfferedChoices::imposed).count();
        long pointsWithoutChoice = imposedUses > 0
                ? installed.size()
                : installed.stream().filter(this::offersNoChoice).count();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("pointsWithoutChoice", pointsWithoutChoice);
        counts.put("imposedUses", imposedUses);
        counts.put("collectionPoints", (long) installed.size());
        return new Evidence(
                pointsWithoutChoice == 0 ? PromiseState.KEPT : PromiseState.BROKEN,
                counts,
                "Points of collection at which a use beyond running the site cannot be declined: the use is not"
                        + " declared as a choice.");
    }

    private static boolean imposed(Purpose purpose) {
        return purpose.basis() == LegalBasis.CONTRACT && !purpose.runsTheSite();
    }

    /** Something stands on the form as if it were optional, and is not. */
    private boolean offersNoChoice(CollectionPoint point) {
        return point.offers().stream()
                .flatMap(id -> consent.purpose(id).stream())
                .anyMatch(purpose -> purpose.basis() != LegalBasis.CHOICE);
    }
}
