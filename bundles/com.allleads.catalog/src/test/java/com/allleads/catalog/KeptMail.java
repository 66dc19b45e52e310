package com.allleads.catalog;

import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An outbox that keeps what it is given. */
public final class KeptMail implements Outbox {

    /** What was stored. */
    public final Map<String, Message> messages = new LinkedHashMap<>();

    @Override
    public void send(String key, PersonId person, String template, Map<String, String> values) {
        messages.putIfAbsent(key, new Message(person, template, values));
    }

    @Override
    public Set<String> known(Collection<String> keys) {
        return Set.copyOf(keys.stream().filter(messages::containsKey).toList());
    }

    /** A message. */
    public record Message(PersonId person, String template, Map<String, String> values) {}
}
