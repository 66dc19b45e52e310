package com.allleads.billing.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** The receipt of a card payment. */
@Component(service = MessageTemplate.class)
public final class ReceiptMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "payment-receipt";

    public ReceiptMessage() {
        super(ID);
    }
}
