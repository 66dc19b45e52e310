package com.allleads.registration.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import com.allleads.registration.RegistrationPoint;
import org.osgi.service.component.annotations.Component;

/** Goes to a changed address, to find out whether it is the person's. */
@Component(service = MessageTemplate.class)
public final class EmailConfirmationMessage extends AccountMessage {

    /** The template's id. */
    public static final String ID = "email-confirmation";

    public EmailConfirmationMessage() {
        super(ID);
    }

    @Override
    public Field address() {
        return RegistrationPoint.PENDING_EMAIL;
    }
}
