package com.allleads.registration;

import java.lang.annotation.Annotation;

/** A configuration for tests: the defaults, with the cheapest password hashes that are allowed. */
public class TestConfiguration implements RegistrationConfiguration {

    @Override
    public int pin_minutes() {
        return 15;
    }

    @Override
    public int pin_tries() {
        return 5;
    }

    @Override
    public int session_hours() {
        return 12;
    }

    @Override
    public int session_remembered_days() {
        return 30;
    }

    @Override
    public int session_rotation_minutes() {
        return 15;
    }

    @Override
    public int password_tries() {
        return 3;
    }

    @Override
    public int password_lock_minutes() {
        return 15;
    }

    @Override
    public int password_memory_kib() {
        return 8_192;
    }

    @Override
    public int password_passes() {
        return 1;
    }

    @Override
    public int unverified_days() {
        return 7;
    }

    @Override
    public int review_months() {
        return 12;
    }

    @Override
    public String age_gate() {
        return "false";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return RegistrationConfiguration.class;
    }
}
