package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.person.PersonId;
import org.osgi.service.component.annotations.Component;

/** Greets a new person and carries the PIN that verifies their address (promise {@code messages.welcome}). */
@Component(service = MessageTemplate.class)
public final class WelcomeMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "welcome";

    /** The key in the outbox of the welcome message to a person. */
    public static String key(PersonId person) {
        return ID + "-" + person;
    }

    public WelcomeMessage() {
        super(ID);
    }
}
