package com.allleads.api.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page answers. */
public sealed interface PageAnswer {

    /**
     * Shows a template.
     *
     * @param owner a class of the bundle that holds the template
     * @param template its resource path relative to the class, as in {@code cards.ftl} (FreeMarker)
     * @param model what the template shows: strings, numbers, booleans, lists, maps, public records, {@code Instant},
     *     {@code Money}, {@link Chart}, {@link Text} and {@code Optional}, whose absence is a missing value
     * @param status the HTTP status
     * @param hosts the outside hosts that this page's form needs, as in {@code https://js.processor.example}; its content
     *     security policy lets these in, and no other page does
     * @param leavesFor the outside hosts where a form of this page may send the browser on to, see {@link Leave}; nothing is
     *     loaded from there
     */
    record Show(
            Class<?> owner,
            String template,
            Map<String, Object> model,
            int status,
            Set<String> hosts,
            Set<String> leavesFor)
            implements PageAnswer {

        /** Copies the hosts. */
        public Show {
            hosts = Set.copyOf(hosts);
            leavesFor = Set.copyOf(leavesFor);
        }

        /** A page whose forms stay on the site. */
        public Show(Class<?> owner, String template, Map<String, Object> model, int status, Set<String> hosts) {
            this(owner, template, model, status, hosts, Set.of());
        }

        /** The same page with hosts that its form needs. */
        public Show withHosts(Set<String> needed) {
            return new Show(owner, template, model, status, needed, leavesFor);
        }

        /** The same page with hosts where its form may send the browser on to. */
        public Show leavingFor(Set<String> targets) {
            return new Show(owner, template, model, status, hosts, targets);
        }
    }

    /**
     * Goes to another page of the site.
     *
     * @param path its path and query; nothing personal in it
     * @param notice what the page says at its top, where there is something to say: a text of the page that goes there
     * @param session what becomes of the session
     */
    record GoTo(String path, Optional<Text> notice, SessionChange session) implements PageAnswer {}

    /**
     * Sends the browser to a page of an outside party, as the answer to a form that said so. The page with the form must name
     * the host in {@link Show#leavesFor()}, or browsers stay.
     *
     * @param address over TLS, or on this machine itself; it may be a secret of the person and reaches no log
     */
    record Leave(URI address) implements PageAnswer {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Leave[]";
        }
    }

    /**
     * Hands out a file to keep instead of a page. The browser stays where it is, and nobody keeps a copy on the way.
     *
     * @param name what it is called where it is kept: letters, digits, dots and hyphens, nothing personal
     * @param type its media type, as in {@code text/csv;charset=utf-8}
     * @param content writes it; called once at most, on the request's thread, after the page answered
     */
    record File(String name, String type, Content content) implements PageAnswer {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

        /**
         * Refuses a name that would not be safe in a header.
         *
         * @throws IllegalArgumentException where the name has other characters
         */
        public File {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("name: letters, digits, dots and hyphens");
            }
        }
    }

    /** What is in a file. */
    @FunctionalInterface
    interface Content {

        /**
         * Writes it from its beginning to its end, as it goes. The stream stays open.
         *
         * @throws IOException where the reader went away; after any exception the reader notices that the file is not whole
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Shows a template with status 200. */
    static Show show(Class<?> owner, String template, Map<String, Object> model) {
        return new Show(owner, template, model, 200, Set.of());
    }

    /** Shows a form again whose values could not be accepted. */
    static Show showInvalid(Class<?> owner, String template, Map<String, Object> model) {
        return new Show(owner, template, model, 422, Set.of());
    }

    /** Goes to another page. */
    static PageAnswer goTo(String path) {
        return new GoTo(path, Optional.empty(), new SessionChange.Keep());
    }

    /**
     * Goes to another page, which says this at its top.
     *
     * @param key the text's key, see {@link Text}
     */
    static PageAnswer goTo(String path, String key, Object... arguments) {
        return new GoTo(path, Text.say(key, arguments), new SessionChange.Keep());
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

        /**
         * An operator signed in.
         *
         * @param token the session's token; secret
         */
        record BeginOperator(String token) implements SessionChange {

            /** Leaves the token out. */
            @Override
            public String toString() {
                return "BeginOperator[]";
            }
        }

        /** The operator signed out. */
        record EndOperator() implements SessionChange {}
    }
}
