package com.allleads.billing.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells that a payment of which nothing was known was not made after all. */
@Component(service = MessageTemplate.class)
public final class NotPaidMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "payment-not-made";

    public NotPaidMessage() {
        super(ID);
    }
}
