package com.allleads.itests.browser;

import java.time.Duration;
import java.util.List;

/**
 * A page that was looked at from all sides.
 *
 * @param name how the gallery calls it
 * @param path its path and query
 * @param links where it leads
 * @param broken those of its links within the site that lead nowhere, as far as no page before it had them
 * @param grave what keeps somebody from using it: the accessibility findings that are serious or critical
 * @param slight the other accessibility findings
 * @param narrowWidth how wide it is on the smallest screen
 * @param firstVisit the bytes that a first visit takes over the wire; zero where the page is the answer to a form
 * @param server how long the site takes to answer: typically, or the one time where the page is the answer to a form
 */
record Seen(
        String name,
        String path,
        List<Link> links,
        List<String> broken,
        List<String> grave,
        List<String> slight,
        int narrowWidth,
        long firstVisit,
        Duration server) {

    /**
     * A link of a page.
     *
     * @param target its address as it stands there
     * @param relation what it says about where it leads
     */
    record Link(String target, String relation) {

        boolean withinTheSite() {
            return target.startsWith("/");
        }

        /** Anything that is neither of the site nor in the page itself, such as a receipt to be kept. */
        boolean outOfTheSite() {
            return !withinTheSite() && !target.startsWith("#") && !target.startsWith("data:");
        }
    }
}
