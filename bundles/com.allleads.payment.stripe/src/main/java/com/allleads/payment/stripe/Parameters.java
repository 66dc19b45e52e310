package com.allleads.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a request as the API takes them: form-encoded, with members in brackets. Not safe for several threads. */
final class Parameters {

    private final List<String> pairs = new ArrayList<>();

    Parameters with(String name, String value) {
        pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
        return this;
    }

    Parameters with(String name, long value) {
        return with(name, Long.toString(value));
    }

    String encoded() {
        return String.join("&", pairs);
    }

    /** Leaves everything out: tokens may be among it. */
    @Override
    public String toString() {
        return "Parameters[]";
    }
}
