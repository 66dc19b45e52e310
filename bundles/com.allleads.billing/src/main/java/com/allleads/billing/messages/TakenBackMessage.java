package com.allleads.billing.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells that the card's bank took a payment back. */
@Component(service = MessageTemplate.class)
public final class TakenBackMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "payment-taken-back";

    public TakenBackMessage() {
        super(ID);
    }
}
