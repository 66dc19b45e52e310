package com.allleads.registration.messages;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells the owner of an address that somebody tried to register with it. */
@Component(service = MessageTemplate.class)
public final class AlreadyRegisteredMessage implements MessageTemplate {

    /** The template's id. */
    public static final String ID = "already-registered";

    private final String text = TextOfMessage.of(ID);

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
        return "Your account at ${site.name}";
    }

    @Override
    public String text() {
        return text;
    }
}
