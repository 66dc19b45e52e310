package com.allleads.billing.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a statement: how many changes of each of the person's two accounts lie before it. Written as a cursor, as in
 * {@code 12} or {@code 12.3}.
 *
 * @param paid changes of what the person paid in
 * @param promotional changes of what they were given
 */
public record StatementPlace(long paid, long promotional) {

    private static final long MOST = 999_999_999_999_999_999L;

    /** Before the first line. */
    public static final StatementPlace BEGINNING = new StatementPlace(0, 0);

    /** After the last line, whatever is written. */
    public static final StatementPlace END = new StatementPlace(MOST, MOST);

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,18}))?");

    /** Reads a cursor; empty where it is none. */
    public static Optional<StatementPlace> parse(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        return parts.matches()
                ? Optional.of(new StatementPlace(
                        Long.parseLong(parts.group(1)), parts.group(2) == null ? 0 : Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return promotional == 0 ? Long.toString(paid) : paid + "." + promotional;
    }
}
