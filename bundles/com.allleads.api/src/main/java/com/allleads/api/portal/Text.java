package com.allleads.api.portal;

import java.util.List;
import java.util.Optional;

/**
 * A text for people, by its key in the {@code texts.properties} beside a page's templates; the portal shows it in the
 * reader's language. Immutable.
 *
 * @param key names the text; a key that no file has is shown as it is
 * @param arguments what the text's places {@code {0}}, {@code {1}} take: strings, numbers, {@code Instant}, {@code Money}
 */
public record Text(String key, List<Object> arguments) {

    /** Copies the list. */
    public Text {
        arguments = List.copyOf(arguments);
    }

    /** A text. */
    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    /** A text, as something to say. */
    public static Optional<Text> say(String key, Object... arguments) {
        return Optional.of(of(key, arguments));
    }

    /** Leaves the arguments out, as they may be personal. */
    @Override
    public String toString() {
        return "Text[" + key + "]";
    }
}
