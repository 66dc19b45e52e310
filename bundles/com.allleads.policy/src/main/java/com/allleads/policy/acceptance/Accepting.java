package com.allleads.policy.acceptance;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Problem;
import com.allleads.policy.acceptance.Acceptances.Acceptance;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How people stand to the version in force, and how they accept it. */
@Component(service = Accepting.class)
public final class Accepting {

    private final Versions versions;
    private final Acceptances acceptances;
    private final StandingTerms terms;

    @Activate
    public Accepting(@Reference Versions versions, @Reference Acceptances acceptances, @Reference StandingTerms terms) {
        this.versions = versions;
        this.acceptances = acceptances;
        this.terms = terms;
    }

    /** The version that a person stands under: accepted, or registered under; 0 for none. */
    public int standing(PersonId person) {
        return terms.accepted(List.of(person)).get(person);
    }

    /** The version in force, where the person has not accepted it: what they are to be asked about. */
    public Optional<PolicyVersion> due(PersonId person) {
        return versions.latest()
                .filter(version -> version.number() > 1)
                .filter(version -> standing(person) < version.number());
    }

    /** Notes that a page shows the person a version. */
    public void show(PersonId person, int version) {
        acceptances.shown(person, version, Instant.now());
    }

    /** What the person accepted, oldest first. */
    public List<Acceptance> of(PersonId person) {
        return acceptances.of(person);
    }

    /**
     * The person accepts the version in force; doing it again changes nothing.
     *
     * @throws com.allleads.api.rest.ProblemException where another version is in force, which they have not read
     */
    public Acceptance accept(PersonId person, int version, String language) {
        if (version != versions.inForce() || version < 1) {
            throw Problem.invalid("version", "is not the version in force").exception();
        }
        return acceptances.accept(person, version, language, Instant.ofEpochMilli(System.currentTimeMillis()));
    }
}
