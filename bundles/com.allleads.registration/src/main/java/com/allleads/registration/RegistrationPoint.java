package com.allleads.registration;

import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.vault.Field;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The registration form as a collection point: what it asks, what for, and what is optional. */
@Component
public final class RegistrationPoint implements CollectionPoint {

    public static final String ID = "registration";

    /** Where a changed address waits until the person proved that it is theirs. */
    public static final Field PENDING_EMAIL = new Field("email.pending");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Registration and contact data";
    }

    @Override
    public List<AskedField> fields() {
        List<AskedField> fields = new ArrayList<>();
        fields.add(asked(Field.NAME, "To address you, and to stand on receipts.", true));
        fields.add(asked(Field.EMAIL, "To sign in, and to send you what concerns your account.", true));
        fields.add(asked(PENDING_EMAIL, "A changed email address, until you confirm that it is yours.", false));
        fields.add(asked(Field.PHONE, "To answer your questions by phone, if you want that.", false));
        fields.add(asked(Field.REPLY_BY, "To answer you the way you prefer: by email or by phone.", true));
        Address.Kind.POSTAL
                .fields()
                .forEach(field -> fields.add(asked(field, "To provide services that need your address.", false)));
        Address.Kind.BILLING
                .fields()
                .forEach(field ->
                        fields.add(asked(field, "To stand on bills, if it differs from your postal address.", false)));
        return List.copyOf(fields);
    }

    @Override
    public List<String> offers() {
        return List.of("news", "third-party-offers", "surveys");
    }

    private static AskedField asked(Field field, String use, boolean required) {
        return new AskedField(field.name(), use, required);
    }
}
