package com.allleads.vault.promises;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.uses.UseGrounds;
import com.allleads.vault.uses.UseGrounds.Claim;
import com.allleads.vault.uses.UseGrounds.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code registration.use}: behind every use that needed a choice stands the person's own decision, made before it and not
 * taken back before it; and no use of a choice was written down as if none were needed.
 */
@Component(service = PromiseCheck.class)
public final class AllowedUses implements PromiseCheck {

    /** A use that was allowed may be written down a moment after the decision was taken back. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final Set<String> NEEDED = Set.of(LegalBasis.CONTRACT.name(), LegalBasis.LEGAL_DUTY.name());

    private final UseGrounds grounds;
    private final Consent consent;

    @Activate
    public AllowedUses(@Reference UseGrounds grounds, @Reference Consent consent) {
        this.grounds = grounds;
        this.consent = consent;
    }

    @Override
    public String promise() {
        return "registration.use";
    }

    @Override
    public Evidence count() {
        List<Total> totals = grounds.totals();
        long all = totals.stream().mapToLong(Total::uses).sum();
        long unfounded = totals.stream()
                .filter(total -> !total.basis().equals(LegalBasis.CHOICE.name()))
                .filter(total -> !NEEDED.contains(total.basis()) || isChoice(total.purpose()))
                .mapToLong(Total::uses)
                .sum();
        long[] undecided = {0};
        grounds.choices(page -> undecided[0] += undecided(page));
        return Evidence.none(
                "usesNotAllowed",
                unfounded + undecided[0],
                "uses",
                all,
                "Uses of personal data for a purpose that the person had not agreed to at that time, where their"
                        + " agreement was needed.");
    }

    private boolean isChoice(String purpose) {
        return consent.purpose(purpose).map(Purpose::basis).equals(Optional.of(LegalBasis.CHOICE));
    }

    private long undecided(List<Claim> page) {
        Map<String, Decision> decisions = consent
                .decisions(
                        page.stream().flatMap(claim -> claim.receipt().stream()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Decision::receipt, Function.identity()));
        return page.stream()
                .filter(claim -> !claim.receipt()
                        .map(decisions::get)
                        .filter(decision -> allowed(claim, decision))
                        .isPresent())
                .mapToLong(Claim::uses)
                .sum();
    }

    private static boolean allowed(Claim claim, Decision decision) {
        Instant takenBack = Stream.concat(decision.changedAt().stream(), decision.validUntil().stream())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX.minus(UNDER_WAY));
        return decision.granted()
                && decision.person().toString().equals(claim.person())
                && decision.purpose().equals(claim.purpose())
                && !claim.first().isBefore(decision.decidedAt())
                && !claim.last().isAfter(takenBack.plus(UNDER_WAY));
    }
}
