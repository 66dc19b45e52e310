package com.allleads.catalog.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells that an order was not delivered in time. */
@Component(service = MessageTemplate.class)
public final class OrderExpiredMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "order-expired";

    public OrderExpiredMessage() {
        super(ID);
    }
}
