package com.allleads.portal;

import java.util.Optional;

/**
 * What a browser gets.
 *
 * @param status the HTTP status
 * @param html the page; empty for a redirect
 * @param location where to go instead
 * @param cookie the session's cookie to set or remove
 * @param personal whether nobody may keep a copy
 */
record Reply(int status, String html, Optional<String> location, Optional<String> cookie, boolean personal) {

    static Reply page(int status, String html, boolean personal) {
        return new Reply(status, html, Optional.empty(), Optional.empty(), personal);
    }

    /** Goes on by looking at another page. */
    static Reply seeOther(String location) {
        return new Reply(303, "", Optional.of(location), Optional.empty(), true);
    }

    Reply withCookie(String header) {
        return new Reply(status, html, location, Optional.of(header), true);
    }

    /** Leaves content and cookie out. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
