package com.allleads.channel.smtp;

import java.lang.annotation.Annotation;

/** A configuration for tests, right unless a test makes it wrong. */
class TestSettings implements SmtpConfiguration {

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return 25;
    }

    @Override
    public String security() {
        return "none";
    }

    @Override
    public String _user() {
        return "";
    }

    @Override
    public String _password() {
        return "";
    }

    @Override
    public String from() {
        return "Site <site@shop.example>";
    }

    @Override
    public int connections() {
        return 2;
    }

    @Override
    public boolean relay_outside() {
        return true;
    }

    @Override
    public String relay_legal_name() {
        return "Relay Example, Inc.";
    }

    @Override
    public String relay_policy() {
        return "https://relay.example/privacy";
    }

    @Override
    public String relay_retention() {
        return "Nothing is kept after delivery.";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return SmtpConfiguration.class;
    }
}
