package com.allleads.api.portal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a page answers. */
public sealed interface PageAnswer {

    /**
     * Shows a template.
     *
     * @param owner a class of the bundle that holds the template
     * @param template its resource path relative to the class, as in {@code cards.ftl} (FreeMarker)
     * @param model what the template shows: strings, numbers, booleans, lists, maps, public records, {@code Instant},
     *     {@code Money} and {@code Optional}, whose absence is a missing value
     * @param status the HTTP status
     */
    record Show(Class<?> owner, String template, Map<String, Object> model, int status) implements PageAnswer {}

    /**
     * Goes to another page of the site.
     *
     * @param path its path and query; nothing personal in it
     * @param notice what the page says at its top, where there is something to say
     * @param session what becomes of the session
     */
    record GoTo(String path, Optional<String> notice, SessionChange session) implements PageAnswer {}

    /** Shows a template with status 200. */
    static PageAnswer show(Class<?> owner, String template, Map<String, Object> model) {
        return new Show(owner, template, model, 200);
    }

    /** Shows a form again whose values could not be accepted. */
    static PageAnswer showInvalid(Class<?> owner, String template, Map<String, Object> model) {
        return new Show(owner, template, model, 422);
    }

    /** Goes to another page. */
    static PageAnswer goTo(String path) {
        return new GoTo(path, Optional.empty(), new SessionChange.Keep());
    }

    /** Goes to another page, which says this at its top. */
    static PageAnswer goTo(String path, String notice) {
        return new GoTo(path, Optional.of(notice), new SessionChange.Keep());
    }

    /** What becomes of the browser's session. */
    sealed interface SessionChange {

        /** Nothing. */
        record Keep() implements SessionChange {}

        /**
         * The person signed in.
         *
         * @param token the session's token; secret
         * @param keepUntil until when the cookie lives where the person asked to stay signed in; else it ends with the
         *     browser session
         */
        record Begin(String token, Optional<Instant> keepUntil) implements SessionChange {

            /** Leaves the token out. */
            @Override
            public String toString() {
                return "Begin[]";
            }
        }

        /** The person signed out. */
        record End() implements SessionChange {}
    }
}
