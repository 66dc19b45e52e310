package com.allleads.registration;

import com.allleads.api.rest.FieldErrors;
import java.util.Locale;
import java.util.Set;

/**
 * What a new password must be: long enough, and not what everybody tries first (NIST SP 800-63B). What it is composed of is
 * the person's own affair.
 */
final class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private static final Set<String> TRIED_FIRST = Set.of(
            "password",
            "password1",
            "passw0rd",
            "12345678",
            "123456789",
            "1234567890",
            "11111111",
            "00000000",
            "87654321",
            "qwertyui",
            "qwertyuiop",
            "qwerty123",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "abcd1234",
            "iloveyou",
            "letmein1",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "superman",
            "trustno1",
            "whatever");

    private PasswordRules() {}

    static void check(FieldErrors errors, String password, String email) {
        if (password == null) {
            errors.add("password", "is required");
            return;
        }
        int length = password.codePointCount(0, password.length());
        errors.require(
                length >= SHORTEST && length <= LONGEST,
                "password",
                "must be " + SHORTEST + " to " + LONGEST + " characters");
        String plain = password.toLowerCase(Locale.ROOT);
        errors.require(
                !TRIED_FIRST.contains(plain) && !password.equalsIgnoreCase(email),
                "password",
                "must not be one that everybody tries first");
    }
}
