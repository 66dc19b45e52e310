package com.allleads.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** The form in which a message's values are sealed. */
public final class MessageValues {

    private static final int LONGEST = 4_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageValues() {}

    /** What the values of the message with this reference are sealed as. */
    public static String context(String reference) {
        return "notification.outbox/" + reference;
    }

    /** Reads what was written. */
    public static Map<String, String> read(byte[] json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            // Not with its cause, which quotes what it read.
            throw new IllegalStateException("what was sealed are no values of a message");
        }
    }

    static byte[] write(Map<String, String> values) {
        byte[] json;
        try {
            json = JSON.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("values: only texts", e);
        }
        if (json.length > LONGEST) {
            throw new IllegalArgumentException("values: at most " + LONGEST + " bytes as JSON");
        }
        return json;
    }
}
