package com.allleads.billing.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells that an automatic top-up did not come about, so that no other one follows by itself. */
@Component(service = MessageTemplate.class)
public final class AutomaticTopUpMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "automatic-top-up-failed";

    public AutomaticTopUpMessage() {
        super(ID);
    }
}
