package com.allleads.rest.testing;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in memory. */
public final class KnownSessions implements Sessions {

    private final Map<String, PersonId> people = new ConcurrentHashMap<>();

    public PersonId begin(String token) {
        return people.computeIfAbsent(token, unknown -> PersonId.random());
    }

    @Override
    public Optional<Session> find(String token) {
        return Optional.ofNullable(people.get(token))
                .map(person -> new Session(
                        "session of " + person, person, Instant.now().plusSeconds(60), false, Optional.empty()));
    }

    @Override
    public Optional<Session> findAndReplace(String token) {
        return find(token);
    }

    @Override
    public void end(String token) {
        people.remove(token);
    }
}
