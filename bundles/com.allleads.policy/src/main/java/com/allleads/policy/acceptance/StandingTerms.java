package com.allleads.policy.acceptance;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Versions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Under which version people stand: the latest that they accepted, or the one in force when they registered. */
@Component(service = {PolicyTerms.class, StandingTerms.class})
public final class StandingTerms implements PolicyTerms {

    private final Versions versions;
    private final Acceptances acceptances;
    private final WaitingPurposes waiting;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile AccountDirectory accounts;

    @Activate
    public StandingTerms(
            @Reference Versions versions, @Reference Acceptances acceptances, @Reference WaitingPurposes waiting) {
        this.versions = versions;
        this.acceptances = acceptances;
        this.waiting = waiting;
    }

    @Override
    public int inForce() {
        return versions.inForce();
    }

    @Override
    public int since(String purpose) {
        return waiting.since(purpose);
    }

    @Override
    public Map<PersonId, Integer> accepted(Collection<PersonId> people) {
        List<PolicyVersion> all = versions.all();
        Map<PersonId, Integer> accepted = new HashMap<>(acceptances.latest(people));
        AccountDirectory directory = accounts;
        if (directory != null) {
            directory
                    .registeredAt(people)
                    .forEach((person, at) -> accepted.merge(person, inForceAt(at, all), Math::max));
        }
        people.forEach(person -> accepted.putIfAbsent(person, 0));
        return accepted;
    }

    private static int inForceAt(Instant at, List<PolicyVersion> all) {
        return all.stream()
                .filter(version -> !version.publishedAt().isAfter(at))
                .mapToInt(PolicyVersion::number)
                .max()
                .orElse(0);
    }
}
