package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells a person that a session ended because a copy of its cookie was used. */
@Component(service = MessageTemplate.class)
public final class CopiedSessionMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "copied-session";

    public CopiedSessionMessage() {
        super(ID);
    }
}
