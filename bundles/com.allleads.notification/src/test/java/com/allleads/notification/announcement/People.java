package com.allleads.notification.announcement;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.AccountDirectory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who has an active account since when, and who has none any more. */
public final class People implements AccountDirectory {

    private final Map<String, Instant> active = new TreeMap<>();
    private final Map<PersonId, Instant> deactivated = new ConcurrentHashMap<>();
    private final Map<PersonId, String> languages = new ConcurrentHashMap<>();

    /** After so many pages it fails, as a capability does that goes away. */
    int pages = Integer.MAX_VALUE;

    public synchronized PersonId active(PersonId person, Instant since) {
        active.put(person.toString(), since);
        languages.put(person, "en");
        return person;
    }

    void speak(PersonId person, String language) {
        languages.put(person, language);
    }

    public synchronized void deactivate(PersonId person, Instant at) {
        active.remove(person.toString());
        deactivated.put(person, at);
    }

    @Override
    public List<PersonId> active(Optional<PersonId> after, int limit) {
        return activeSince(Instant.MAX, after, limit);
    }

    @Override
    public synchronized List<PersonId> activeSince(Instant since, Optional<PersonId> after, int limit) {
        if (pages-- <= 0) {
            throw new IllegalStateException("the capability went away");
        }
        return active.entrySet().stream()
                .filter(one ->
                        after.isEmpty() || one.getKey().compareTo(after.get().toString()) > 0)
                .filter(one -> !one.getValue().isAfter(since))
                .limit(limit)
                .map(one -> PersonId.parse(one.getKey()))
                .toList();
    }

    @Override
    public synchronized long countActive() {
        return active.size();
    }

    @Override
    public Map<PersonId, Instant> deactivatedAt(Collection<PersonId> people) {
        return among(deactivated, people);
    }

    @Override
    public Map<PersonId, String> languages(Collection<PersonId> people) {
        return among(languages, people);
    }

    @Override
    public Map<PersonId, Instant> registeredAt(Collection<PersonId> people) {
        throw new UnsupportedOperationException();
    }

    private static <V> Map<PersonId, V> among(Map<PersonId, V> all, Collection<PersonId> people) {
        Map<PersonId, V> among = new HashMap<>(all);
        among.keySet().retainAll(people);
        return among;
    }
}
