package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import org.osgi.service.component.annotations.Component;

/** Asks a person to look through their contact data (promise {@code contact.current}). */
@Component(service = MessageTemplate.class)
public final class ContactReviewMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "contact-review";

    public ContactReviewMessage() {
        super(ID);
    }
}
