package com.allleads.notification.announcement;

/**
 * What an announcement says in one language.
 *
 * @param subject one line
 * @param text plain text, lines end with a line feed
 */
public record Words(String subject, String text) {

    /** As it was entered in a form, where lines end as in mail; null where nothing was. */
    public static Words entered(String subject, String text) {
        return new Words(tidy(subject), tidy(text));
    }

    private static String tidy(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
}
