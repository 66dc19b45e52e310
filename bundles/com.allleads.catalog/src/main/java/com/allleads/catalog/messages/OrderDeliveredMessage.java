package com.allleads.catalog.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Tells that an order was delivered, in whole or in part. */
@Component(service = MessageTemplate.class)
public final class OrderDeliveredMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "order-delivered";

    public OrderDeliveredMessage() {
        super(ID);
    }
}
