package com.allleads.policy.acceptance;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.api.vault.UseLog;
import com.allleads.api.vault.UseLog.Uses;
import com.allleads.policy.acceptance.Acceptances.Acceptance;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Publishing;
import com.allleads.policy.versions.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * {@code policy.changes}: everybody was told of the version in force, and nothing that a version added or changed was done with
 * the data of somebody who had neither accepted it, nor registered under it, nor decided about it since.
 */
@Component(service = PromiseCheck.class)
public final class ChangesAccepted implements PromiseCheck {

    /** A use that was allowed may be written down a moment after a version was published. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    /** As long as it may take until everybody was told. */
    private static final Duration TELLING = Duration.ofHours(1);

    private static final int PER_PAGE = 500;

    private final Versions versions;
    private final WaitingPurposes waiting;
    private final Acceptances acceptances;
    private final Told told;
    private final Publishing publishing;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountDirectory directory;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Outbox outbox;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile UseLog uses;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Consent consent;

    @Activate
    public ChangesAccepted(
            @Reference Versions versions,
            @Reference WaitingPurposes waiting,
            @Reference Acceptances acceptances,
            @Reference Told told,
            @Reference Publishing publishing) {
        this.versions = versions;
        this.waiting = waiting;
        this.acceptances = acceptances;
        this.told = told;
        this.publishing = publishing;
    }

    @Override
    public String promise() {
        return "policy.changes";
    }

    @Override
    public Evidence count() {
        List<PolicyVersion> all = versions.all();
        if (all.isEmpty()) {
            return Evidence.unproven("No version of the policy was published yet.");
        }
        AccountDirectory people = directory;
        Outbox post = outbox;
        UseLog log = uses;
        Consent deciding = consent;
        if (people == null || post == null || log == null || deciding == null) {
            return Evidence.unproven(
                    "Nobody can be asked who has an account, who was written to, or what was used: a capability is absent.");
        }
        PolicyVersion latest = all.get(all.size() - 1);
        long unseen = all.stream()
                .mapToLong(version -> usesBeforeAcceptance(version, log, deciding, people))
                .sum();
        Reach reach = latest.number() > 1 ? reach(latest.number(), people, post) : new Reach(0, 0);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("usesUnderUnseenVersion", unseen);
        counts.put("peopleNotTold", reach.notTold());
        counts.put("peopleNotShown", reach.notShown());
        counts.put("versions", (long) all.size());
        counts.put("differencesFromInstalled", (long) publishing.drift().lists().size());
        return new Evidence(
                state(unseen, reach, latest),
                counts,
                "Uses of data that a version added or changed, before the person accepted that version, registered under"
                        + " it or decided anew; people with an active account to whom no message about the version in"
                        + " force is on its way; people whom no page has shown it yet. Where what is installed differs"
                        + " from what was published, a new version is due.");
    }

    private static PromiseState state(long unseen, Reach reach, PolicyVersion latest) {
        if (unseen == 0 && reach.notTold() == 0) {
            return PromiseState.KEPT;
        }
        boolean beingTold = latest.publishedAt().plus(TELLING).isAfter(Instant.now());
        return unseen == 0 && beingTold ? PromiseState.UNPROVEN : PromiseState.BROKEN;
    }

    private Reach reach(int version, AccountDirectory people, Outbox post) {
        long notShown = 0;
        long notTold = 0;
        List<PersonId> some = people.active(Optional.empty(), PER_PAGE);
        while (!some.isEmpty()) {
            Set<PersonId> unaware = told.notShown(some, version);
            notShown += unaware.size();
            notTold += Told.notTold(unaware, version, post).size();
            some = people.active(Optional.of(some.get(some.size() - 1)), PER_PAGE);
        }
        return new Reach(notShown, notTold);
    }

    private long usesBeforeAcceptance(PolicyVersion version, UseLog log, Consent deciding, AccountDirectory people) {
        return waiting.of(version.number()).stream()
                .flatMap(purpose -> log.since(purpose, version.publishedAt().plus(UNDER_WAY)).stream())
                .filter(use -> !decidedSince(use, version, deciding)
                        && !acceptedBefore(use, version)
                        && !registeredSince(use, version, people))
                .mapToLong(Uses::count)
                .sum();
    }

    private static boolean decidedSince(Uses use, PolicyVersion version, Consent deciding) {
        return use.receipt().stream()
                .flatMap(receipt -> deciding.decisions(List.of(receipt)).stream())
                .mapToInt(Decision::policyVersion)
                .anyMatch(decidedUnder -> decidedUnder >= version.number());
    }

    private boolean acceptedBefore(Uses use, PolicyVersion version) {
        return acceptances.of(use.person()).stream()
                .filter(acceptance -> acceptance.version() >= version.number())
                .map(Acceptance::acceptedAt)
                .anyMatch(at -> !at.isAfter(use.first()));
    }

    private static boolean registeredSince(Uses use, PolicyVersion version, AccountDirectory people) {
        return people.registeredAt(List.of(use.person())).values().stream()
                .anyMatch(at -> !at.isBefore(version.publishedAt()));
    }

    private record Reach(long notShown, long notTold) {}
}
