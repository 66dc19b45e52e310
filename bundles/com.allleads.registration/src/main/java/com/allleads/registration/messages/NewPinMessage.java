package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Carries a new PIN to a registration that waits for one. */
@Component(service = MessageTemplate.class)
public final class NewPinMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "new-pin";

    public NewPinMessage() {
        super(ID);
    }
}
