package com.allleads.registration;

import com.allleads.api.rest.FieldErrors;
import java.util.regex.Pattern;

/** What contact data must look like, at registration and at every correction. */
final class ContactRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    /** As browsers check a field of type email (WHATWG HTML), with a domain of at least two parts. */
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    /** As people write them: the country first, then digits with anything between them that helps to read them. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9 ()./-]{5,30}[0-9]");

    /** E.164 has no longer ones, and no country has shorter ones. */
    private static final int MOST_DIGITS = 15;

    private static final int LEAST_DIGITS = 7;

    private ContactRules() {}

    static void name(FieldErrors errors, String name) {
        errors.text("name", name, LONGEST_NAME);
    }

    static void email(FieldErrors errors, String email) {
        if (email == null || email.isBlank()) {
            errors.add("email", "is required");
            return;
        }
        errors.require(
                email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches(),
                "email",
                "must be an email address, as in ada@mail.example");
    }

    static void phone(FieldErrors errors, String phone) {
        long digits = phone.chars().filter(c -> c >= '0' && c <= '9').count();
        errors.require(
                PHONE.matcher(phone).matches() && digits >= LEAST_DIGITS && digits <= MOST_DIGITS,
                "phone",
                "must be a telephone number with its country, as in +1 415 555 0123");
    }

    static void replyBy(FieldErrors errors, String replyBy, boolean phoneKnown) {
        if (!"email".equals(replyBy) && !"phone".equals(replyBy)) {
            errors.add("replyBy", "must be email or phone");
        } else if ("phone".equals(replyBy) && !phoneKnown) {
            errors.add("phone", "is required where answers are to come by phone");
        }
    }
}
