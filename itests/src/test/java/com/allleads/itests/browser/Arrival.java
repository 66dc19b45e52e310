package com.allleads.itests.browser;

import java.net.URI;

/**
 * A page that a browser came to.
 *
 * @param address where it is
 * @param traffic what was fetched on the way to it
 */
record Arrival(URI address, Traffic traffic) {

    String path() {
        return address.getPath();
    }

    int status() {
        return traffic.document().status();
    }
}
