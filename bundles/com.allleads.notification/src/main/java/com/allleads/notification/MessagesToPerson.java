package com.allleads.notification;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is held about a person's messages: what was sent when. The texts are not kept. */
@Component(service = PersonalRecords.class)
public final class MessagesToPerson implements PersonalRecords {

    private final Messages messages;

    @Activate
    public MessagesToPerson(@Reference Messages messages) {
        this.messages = messages;
    }

    @Override
    public String capability() {
        return "notification";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        return Map.of(
                "messages",
                messages.of(person).stream().map(MessagesToPerson::plain).toList());
    }

    private static Map<String, Object> plain(StoredMessage message) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("template", message.template());
        message.messageClass().ifPresent(known -> plain.put("class", known.name()));
        plain.put("state", message.state().name());
        plain.put("createdAt", message.createdAt());
        message.endedAt().ifPresent(at -> plain.put("endedAt", at));
        message.channel().ifPresent(channel -> plain.put("channel", channel));
        return plain;
    }
}
