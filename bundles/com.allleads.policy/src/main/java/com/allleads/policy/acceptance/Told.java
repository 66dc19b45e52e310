package com.allleads.policy.acceptance;

import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who of people knows a version: by accepting it or registering under it, by a page, or by a message on its way to them. */
@Component(service = Told.class)
public final class Told {

    private final StandingTerms terms;
    private final Acceptances acceptances;

    @Activate
    public Told(@Reference StandingTerms terms, @Reference Acceptances acceptances) {
        this.terms = terms;
        this.acceptances = acceptances;
    }

    /** The key of the message about a version to a person. */
    static String key(int version, PersonId person) {
        return "policy-" + version + "-" + person;
    }

    /** Those among the people who neither accepted a version nor were shown it by a page. */
    Set<PersonId> notShown(List<PersonId> people, int version) {
        Map<PersonId, Integer> accepted = terms.accepted(people);
        Set<PersonId> rest =
                people.stream().filter(person -> accepted.get(person) < version).collect(Collectors.toSet());
        rest.removeAll(acceptances.shown(rest, version));
        return rest;
    }

    /** Those among people to whom no page showed a version and no message about it was stored. */
    static Set<PersonId> notTold(Set<PersonId> notShown, int version, Outbox outbox) {
        Set<String> stored = outbox.known(
                notShown.stream().map(person -> key(version, person)).toList());
        Set<PersonId> rest = new HashSet<>(notShown);
        rest.removeIf(person -> stored.contains(key(version, person)));
        return rest;
    }
}
