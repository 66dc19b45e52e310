package com.allleads.catalog.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells that an order is not delivered any more. */
@Component(service = MessageTemplate.class)
public final class OrderCancelledMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "order-cancelled";

    public OrderCancelledMessage() {
        super(ID);
    }
}
