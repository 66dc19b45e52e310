package com.allleads.billing;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Everybody has an active account. */
final class EveryoneActive implements Accounts {

    @Override
    public Optional<Status> status(PersonId person) {
        return Optional.of(Status.ACTIVE);
    }

    @Override
    public Set<PersonId> registered(Collection<PersonId> people) {
        return Set.copyOf(people);
    }

    @Override
    public Set<PersonId> deactivated(Collection<PersonId> people) {
        return Set.of();
    }

    @Override
    public String language(PersonId person) {
        return "en";
    }

    @Override
    public boolean passwordMatches(PersonId person, String password) {
        return false;
    }
}
