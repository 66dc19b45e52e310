package com.allleads.registration.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a message, from a file beside its class. */
final class TextOfMessage {

    private TextOfMessage() {}

    static String of(String id) {
        try (InputStream in = TextOfMessage.class.getResourceAsStream(id + ".ftl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the text of message " + id + " cannot be read from the bundle", e);
        }
    }
}
