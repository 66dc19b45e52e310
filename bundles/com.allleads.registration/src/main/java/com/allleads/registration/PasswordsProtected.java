package com.allleads.registration;

import com.allleads.api.policy.SecurityMeasure;
import org.osgi.service.component.annotations.Component;

/** Tells people how their passwords are kept. */
@Component
public final class PasswordsProtected implements SecurityMeasure {

    @Override
    public String sentence() {
        return "Passwords are kept as Argon2id hashes, and sign-in tokens as digests: neither can be turned back.";
    }
}
