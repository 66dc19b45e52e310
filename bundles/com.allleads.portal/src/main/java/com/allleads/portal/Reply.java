package com.allleads.portal;

import com.allleads.api.portal.PageAnswer.File;
import com.allleads.portal.texts.Languages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser gets.
 *
 * @param status the HTTP status
 * @param html the page; empty for a redirect
 * @param file what is handed out instead of a page
 * @param location where to go instead
 * @param cookie the session's cookie to set or remove
 * @param personal whether nobody may keep a copy
 * @param language what it is shown in
 * @param hosts the outside hosts that its form needs
 * @param leavesFor the outside hosts where its form may send the browser on to
 */
record Reply(
        int status,
        String html,
        Optional<File> file,
        Optional<String> location,
        Optional<String> cookie,
        boolean personal,
        Locale language,
        Set<String> hosts,
        Set<String> leavesFor) {

    static Reply page(int status, String html, boolean personal, Locale language) {
        return new Reply(
                status,
                html,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                personal,
                language,
                Set.of(),
                Set.of());
    }

    /** A file to keep. */
    static Reply file(File file) {
        return new Reply(
                200,
                "",
                Optional.of(file),
                Optional.empty(),
                Optional.empty(),
                true,
                Languages.FIRST,
                Set.of(),
                Set.of());
    }

    /** Goes on by looking at another page. */
    static Reply seeOther(String location) {
        return new Reply(
                303,
                "",
                Optional.empty(),
                Optional.of(location),
                Optional.empty(),
                true,
                Languages.FIRST,
                Set.of(),
                Set.of());
    }

    /** The same page with what its form needs of others. */
    Reply letting(Set<String> needed, Set<String> targets) {
        return new Reply(status, html, file, location, cookie, personal, language, needed, targets);
    }

    Reply withCookie(String header) {
        return new Reply(status, html, file, location, Optional.of(header), true, language, hosts, leavesFor);
    }

    /** Leaves content, cookie and location out. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
