package com.allleads.consent;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.consent.decisions.Decisions.Grant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Holds back what a newer version of the policy added or changed from people who did not accept that version (promise
 * {@code policy.changes}). What runs the site and what law demands is not held back: by it people learn of the change, sign in and
 * accept, and get their money back.
 */
@Component(service = VersionHold.class)
public final class VersionHold {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile PolicyTerms policy;

    /** Those of the yeses that are not held back. */
    List<Grant> free(Collection<Grant> grants, String purpose) {
        PolicyTerms versions = policy;
        int since = versions == null || grants.isEmpty() ? 0 : versions.since(purpose);
        List<Grant> older =
                grants.stream().filter(grant -> grant.policyVersion() < since).toList();
        if (older.isEmpty()) {
            return List.copyOf(grants);
        }
        Map<PersonId, Integer> accepted =
                versions.accepted(older.stream().map(Grant::person).toList());
        return grants.stream()
                .filter(grant -> grant.policyVersion() >= since || accepted.getOrDefault(grant.person(), 0) >= since)
                .toList();
    }

    /** Those of the people from whom a purpose that is no choice is not held back. */
    Set<PersonId> free(Collection<PersonId> people, Purpose purpose) {
        if (!purpose.waitsForAcceptance()) {
            return Set.copyOf(people);
        }
        List<Grant> all =
                people.stream().map(person -> new Grant(person, "", 0)).toList();
        return free(all, purpose.id()).stream().map(Grant::person).collect(Collectors.toSet());
    }
}
