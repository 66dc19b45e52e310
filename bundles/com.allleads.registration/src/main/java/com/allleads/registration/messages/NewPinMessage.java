package com.allleads.registration.messages;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Carries a new PIN to a registration that waits for one. */
@Component(service = MessageTemplate.class)
public final class NewPinMessage implements MessageTemplate {

    /** The template's id. */
    public static final String ID = "new-pin";

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
        return "Your new PIN for ${site.name}";
    }

    @Override
    public String text() {
        return text;
    }
}
