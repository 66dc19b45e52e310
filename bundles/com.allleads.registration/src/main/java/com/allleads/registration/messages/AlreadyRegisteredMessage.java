package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells the owner of an address that somebody tried to register with it. */
@Component(service = MessageTemplate.class)
public final class AlreadyRegisteredMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "already-registered";

    public AlreadyRegisteredMessage() {
        super(ID);
    }
}
