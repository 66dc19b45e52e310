package com.allleads.registration;

import com.allleads.api.consent.Act;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Omittable;
import com.allleads.api.vault.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person enters to register, as it came in: every member may be null.
 *
 * @param email the address, kept as entered
 * @param password 8 to 128 characters
 * @param name the person's name
 * @param phone with its country
 * @param address where the person is
 * @param billingAddress where bills go
 * @param replyBy {@code email} or {@code phone}
 * @param ofAge whether the person says that they are of age; asked only where the age gate is on
 * @param choices what the person decided about the optional purposes; what is missing is not granted
 */
public record RegistrationForm(
        String email,
        String password,
        String name,
        @Omittable String phone,
        @Omittable Address address,
        @Omittable Address billingAddress,
        String replyBy,
        @Omittable Boolean ofAge,
        @Omittable List<Choice> choices) {

    /**
     * A decision as it came in.
     *
     * @param purpose about what
     * @param granted whether they agree
     * @param textDigest the digest of the text that they saw
     */
    public record Choice(String purpose, Boolean granted, String textDigest) {}

    /** Collects everything that is wrong with it, but for the choices' purposes and texts. */
    FieldErrors check(boolean ageGate) {
        FieldErrors errors = new FieldErrors();
        ContactRules.email(errors, email);
        PasswordRules.check(errors, password, email);
        ContactRules.name(errors, name);
        if (phone != null) {
            ContactRules.phone(errors, phone);
        }
        if (address != null) {
            address.check(Address.Kind.POSTAL, errors);
        }
        if (billingAddress != null) {
            billingAddress.check(Address.Kind.BILLING, errors);
        }
        ContactRules.replyBy(errors, replyBy, phone != null);
        errors.require(!ageGate || Boolean.TRUE.equals(ofAge), "ofAge", "must be confirmed to register here");
        List<Choice> decided = decisions();
        for (int i = 0; i < decided.size(); i++) {
            Choice choice = decided.get(i);
            errors.require(choice != null, "choices[" + i + "]", "is required");
            if (choice != null) {
                errors.present("choices[" + i + "].purpose", choice.purpose())
                        .present("choices[" + i + "].granted", choice.granted())
                        .present("choices[" + i + "].textDigest", choice.textDigest());
            }
        }
        return errors;
    }

    /** The decisions in the form that consent takes; {@link #check} must have found nothing. */
    List<Act> acts() {
        return decisions().stream()
                .map(choice -> new Act(choice.purpose(), choice.granted(), choice.textDigest()))
                .toList();
    }

    /** The personal data in it, by field. */
    Map<Field, String> values() {
        Map<Field, String> values = new LinkedHashMap<>();
        values.put(Field.EMAIL, email);
        values.put(Field.NAME, name);
        values.put(Field.REPLY_BY, replyBy);
        if (phone != null) {
            values.put(Field.PHONE, phone);
        }
        if (address != null) {
            address.parts(Address.Kind.POSTAL).forEach((field, part) -> part.ifPresent(p -> values.put(field, p)));
        }
        if (billingAddress != null) {
            billingAddress
                    .parts(Address.Kind.BILLING)
                    .forEach((field, part) -> part.ifPresent(p -> values.put(field, p)));
        }
        return values;
    }

    private List<Choice> decisions() {
        return choices == null ? List.of() : choices;
    }

    /** Names no value, so that none reaches a log. */
    @Override
    public String toString() {
        return "RegistrationForm[]";
    }
}
