package com.allleads.registration.messages;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.person.PersonId;
import org.osgi.service.component.annotations.Component;

/** Greets a new person and carries the PIN that verifies their address (promise {@code messages.welcome}). */
@Component(service = MessageTemplate.class)
public final class WelcomeMessage implements MessageTemplate {

    /** The template's id. */
    public static final String ID = "welcome";

    private final String text = TextOfMessage.of(ID);

    /** The key in the outbox of the welcome message to a person. */
    public static String key(PersonId person) {
        return ID + "-" + person;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public MessageClass messageClass() {
        return MessageClass.ACCOUNT;
    }

    @Override
    public String subject() {
        return "Welcome to ${site.name}";
    }

    @Override
    public String text() {
        return text;
    }
}
