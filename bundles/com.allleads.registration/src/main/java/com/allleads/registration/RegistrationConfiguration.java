package com.allleads.registration;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set about accounts. */
@ObjectClassDefinition(name = "AllLeads registration", description = "Accounts, PINs, sign-in and contact data.")
public @interface RegistrationConfiguration {

    @AttributeDefinition(name = "Minutes of a PIN", description = "How long a PIN is valid, 1 to 1440 minutes.")
    int pin_minutes() default 15;

    @AttributeDefinition(name = "Tries of a PIN", description = "After how many wrong tries a PIN is locked, 1 to 20.")
    int pin_tries() default 5;

    @AttributeDefinition(
            name = "Hours of a session",
            description = "How long a session lasts that ends with the browser at the latest, 1 to 168 hours.")
    int session_hours() default 12;

    @AttributeDefinition(
            name = "Days of a remembered session",
            description = "How long a person stays signed in who asked for it, 1 to 365 days.")
    int session_remembered_days() default 30;

    @AttributeDefinition(
            name = "Minutes until the cookie is replaced",
            description =
                    "How many minutes the cookie of a person who stays signed in holds before it is replaced, 1 to"
                            + " 1440. A copy of an older one ends the session.")
    int session_rotation_minutes() default 15;

    @AttributeDefinition(
            name = "Tries of a password",
            description = "After how many wrong passwords in a row an account is locked for a while, 3 to 100.")
    int password_tries() default 10;

    @AttributeDefinition(
            name = "Minutes of a lock",
            description = "How long an account is locked after too many wrong passwords, 1 to 1440 minutes.")
    int password_lock_minutes() default 15;

    @AttributeDefinition(
            name = "Memory of a password's hash",
            description =
                    "What one Argon2id hash takes, in KiB: 8192 to a quarter of the platform's memory. Hashes made"
                            + " before keep their own cost.")
    int password_memory_kib() default 19456;

    @AttributeDefinition(
            name = "Passes of a password's hash",
            description = "How often Argon2id goes over its memory, 1 to 20.")
    int password_passes() default 2;

    @AttributeDefinition(
            name = "Days of an unverified registration",
            description = "A registration whose PIN is not entered is erased after so many days, 1 to 365.")
    int unverified_days() default 7;

    @AttributeDefinition(
            name = "Months until contact data is reviewed",
            description =
                    "People whose contact data was not reviewed for so long are asked to review it, at sign-in and"
                            + " by email, 1 to 60 months.")
    int review_months() default 12;

    @AttributeDefinition(
            name = "Age gate",
            description = "Whether registration asks people to say that they are 13 or older; who says no is refused.")
    String age_gate() default "false";
}
