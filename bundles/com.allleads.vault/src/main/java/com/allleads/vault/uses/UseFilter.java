package com.allleads.vault.uses;

import com.allleads.api.vault.Recipient;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which uses are asked for.
 *
 * @param purpose only those for this purpose
 * @param recipient only those by this recipient
 */
public record UseFilter(Optional<String> purpose, Optional<Recipient> recipient) {

    /** All uses. */
    public static final UseFilter NONE = new UseFilter(Optional.empty(), Optional.empty());

    private static final char SEPARATOR = ':';

    /**
     * Reads the form that {@link #name} writes, as in {@code outside:relay}.
     *
     * @return empty where it is no such form
     */
    public static Optional<Recipient> recipient(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 1
                ? Optional.empty()
                : Arrays.stream(Recipient.Kind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(text.substring(0, end)))
                        .findFirst()
                        .map(kind -> new Recipient(kind, text.substring(end + 1)));
    }

    /** Names a recipient in a parameter. */
    public static String name(Recipient recipient) {
        return recipient.kind().name().toLowerCase(Locale.ROOT) + SEPARATOR + recipient.name();
    }
}
