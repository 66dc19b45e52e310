package com.allleads.registration.credentials;

/** What a PIN proves. */
public enum PinUse {
    /** That the email address of a new account is the person's. */
    VERIFICATION,
    /** That a changed email address is the person's. */
    EMAIL_CHANGE
}
