package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells the address that counts that another one was entered in its place. */
@Component(service = MessageTemplate.class)
public final class EmailChangeMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "email-change";

    public EmailChangeMessage() {
        super(ID);
    }
}
