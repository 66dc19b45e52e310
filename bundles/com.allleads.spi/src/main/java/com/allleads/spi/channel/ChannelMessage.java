package com.allleads.spi.channel;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One message to one person.
 *
 * @param id the message's own random key, for deduplication: 1 to 64 letters, digits or hyphens
 * @param to the address: an email address or an E.164 number, as the channel's kind says
 * @param subject one line; empty for telephone
 * @param text the plain text
 * @param html the same as HTML, where there is one
 * @param headers further mail headers such as {@code List-Unsubscribe}, each value one line
 */
public record ChannelMessage(
        String id, String to, String subject, String text, Optional<String> html, Map<String, String> headers) {

    /** Refuses line breaks where they could smuggle in a header. */
    public ChannelMessage {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(html, "html");
        headers = Map.copyOf(headers);
        requireOneLine("id", id);
        requireOneLine("to", to);
        requireOneLine("subject", subject);
        headers.forEach((name, value) -> {
            requireOneLine("header name", name);
            requireOneLine("header " + name, value);
        });
    }

    private static void requireOneLine(String what, String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(what + ": one line only");
        }
    }

    /** Names the message alone, so that neither address nor text reaches a log. */
    @Override
    public String toString() {
        return "ChannelMessage[" + id + "]";
    }
}
