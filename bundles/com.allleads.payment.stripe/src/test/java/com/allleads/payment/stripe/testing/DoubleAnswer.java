package com.allleads.payment.stripe.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the double answers.
 *
 * @param status the HTTP status
 * @param body JSON
 * @param kept whether the idempotency key answers so from now on: whether the work on it was begun
 */
record DoubleAnswer(int status, JsonNode body, boolean kept) {

    static DoubleAnswer ok(JsonNode body) {
        return new DoubleAnswer(200, body, true);
    }

    static DoubleAnswer invalid(String code) {
        return new DoubleAnswer(400, error("invalid_request_error", code), false);
    }

    /** The work on it was begun and found it impossible. */
    static DoubleAnswer impossible(String code) {
        return new DoubleAnswer(400, error("invalid_request_error", code), true);
    }

    static DoubleAnswer missing() {
        return new DoubleAnswer(404, error("invalid_request_error", "resource_missing"), false);
    }

    static DoubleAnswer of(int status, String type, String code) {
        return new DoubleAnswer(status, error(type, code), false);
    }

    static ObjectNode error(String type, String code) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode error = root.putObject("error");
        error.put("type", type);
        error.put("message", "No such thing: 'pm_secret', of cus_secret, card 4242424242424242");
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        return root;
    }
}
