package com.allleads.registration.messages;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Goes to a changed address, to find out whether it is the person's. Uses no field of theirs, as the address may be a stranger's. */
@Component(service = MessageTemplate.class)
public final class EmailConfirmationMessage implements MessageTemplate {

    /** The template's id. */
    public static final String ID = "email-confirmation";

    private final String text = TextOfMessage.of(ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public MessageClass messageClass() {
        return MessageClass.ACCOUNT;
    }

    @Override
    public String subject() {
        return "Confirm your address at ${site.name}";
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Field address() {
        return new Field("email.pending");
    }

    @Override
    public Set<Field> fields() {
        return Set.of();
    }
}
