package com.allleads.registration;

import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An outbox that remembers what was put into it, each key once. */
public final class FakeOutbox implements Outbox {

    /** What was put in. */
    public record Sent(PersonId person, String template, Map<String, String> values) {}

    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private boolean failing;

    synchronized void fail() {
        failing = true;
    }

    synchronized List<Sent> to(PersonId person) {
        return sent.values().stream()
                .filter(message -> message.person().equals(person))
                .toList();
    }

    /** The PIN of the last message of a kind to a person. */
    synchronized String pin(PersonId person, String template) {
        List<Sent> all = new ArrayList<>(to(person));
        all.removeIf(message -> !message.template().equals(template));
        return all.get(all.size() - 1).values().get("pin");
    }

    @Override
    public synchronized void send(String key, PersonId person, String template, Map<String, String> values) {
        if (failing) {
            throw new IllegalStateException("the outbox fails on purpose");
        }
        sent.putIfAbsent(key, new Sent(person, template, values));
    }

    @Override
    public synchronized Set<String> known(Collection<String> keys) {
        return keys.stream().filter(sent::containsKey).collect(Collectors.toSet());
    }
}
