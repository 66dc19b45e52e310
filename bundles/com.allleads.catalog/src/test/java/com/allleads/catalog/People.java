package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Accounts in memory. */
public final class People implements Accounts {

    private final Map<PersonId, Status> accounts = new ConcurrentHashMap<>();

    public PersonId with(Status status) {
        PersonId person = PersonId.random();
        accounts.put(person, status);
        return person;
    }

    @Override
    public Optional<Status> status(PersonId person) {
        return Optional.ofNullable(accounts.get(person));
    }

    @Override
    public Set<PersonId> registered(Collection<PersonId> people) {
        return people.stream().filter(accounts::containsKey).collect(Collectors.toSet());
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
