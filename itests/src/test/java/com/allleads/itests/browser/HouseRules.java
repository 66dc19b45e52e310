package com.allleads.itests.browser;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;

/**
 * What holds on every page, whoever looks at it and however: it comes with the status that was expected, from this site alone;
 * the browser has nothing to complain of; no address names the session or a person; only the promised cookies are set; and
 * nothing has to be scrolled sideways.
 */
final class HouseRules {

    /** What the site promises to set, each with how far it goes along with links: cookies that say nothing by themselves. */
    private static final Map<String, String> COOKIES = Map.of("allleads-session", "Lax", "allleads-operator", "Strict");

    /** How long the cookie of whoever asked for it keeps them signed in. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{20,}([.][A-Za-z0-9_-]{20,})?");
    private static final Pattern FAILED_LOAD =
            Pattern.compile(".*Failed to load resource: the server responded with a status of (\\d+).*");

    private final String site;
    private final List<String> findings = new ArrayList<>();
    private boolean askedToStay;

    HouseRules(URI site) {
        this.site = site.toString();
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    /** From now on the person's cookie may outlive the browser session. */
    void askedToStay() {
        askedToStay = true;
    }

    void judge(Browser browser, Arrival arrival, int status) {
        Page page = new Page(browser, arrival);
        page.hasStatus(status);
        page.comesFromThisSiteAlone();
        page.givesTheBrowserNothingToComplainOf(status);
        page.namesNobodyInItsAddress();
        page.setsPromisedCookiesOnly();
        page.fitsTheScreen();
    }

    private final class Page {

        private final Browser browser;
        private final Arrival arrival;

        private Page(Browser browser, Arrival arrival) {
            this.browser = browser;
            this.arrival = arrival;
        }

        private void hasStatus(int status) {
            if (arrival.status() != status) {
                note("came with " + arrival.status() + " in place of " + status + ", and says: " + browser.text());
            }
        }

        private void comesFromThisSiteAlone() {
            arrival.traffic().all().stream()
                    .map(Traffic.Transfer::address)
                    .filter(address -> !address.startsWith(site) && !address.startsWith("data:"))
                    .forEach(address -> note("asks another host: " + address));
        }

        private void givesTheBrowserNothingToComplainOf(int status) {
            browser.console().stream()
                    .filter(line -> !isAbout(status, line))
                    .forEach(line -> note("the console says: " + line));
        }

        /** The console repeats the status of a page that was expected to have it. */
        private boolean isAbout(int status, String line) {
            var failed = FAILED_LOAD.matcher(line);
            return status >= 400 && failed.matches() && failed.group(1).equals(Integer.toString(status));
        }

        private void namesNobodyInItsAddress() {
            List<String> secrets = new ArrayList<>(sessions());
            secrets.add("@");
            secrets.add("%40");
            for (Traffic.Transfer transfer : arrival.traffic().all()) {
                String address = transfer.address();
                if (address.startsWith(site) && secrets.stream().anyMatch(address::contains)) {
                    note("an address names the session or a person");
                }
            }
        }

        /** The session's token, where there is one: in the cookie or in hidden fields. */
        private List<String> sessions() {
            List<String> tokens = new ArrayList<>();
            browser.cookies().forEach(cookie -> tokens.add(cookie.getValue()));
            for (WebElement field : browser.all("input[type=hidden][name=session]")) {
                tokens.add(field.getDomAttribute("value"));
            }
            return tokens;
        }

        private void setsPromisedCookiesOnly() {
            for (Cookie cookie : browser.cookies()) {
                if (browser.setting() == Setting.WITHOUT_COOKIES) {
                    note("a cookie although cookies are off: " + cookie.getName());
                } else if (!COOKIES.containsKey(cookie.getName())) {
                    note("a cookie that nobody promised: " + cookie.getName());
                } else if (!cookie.isHttpOnly()
                        || !COOKIES.get(cookie.getName()).equals(cookie.getSameSite())
                        || !OPAQUE.matcher(cookie.getValue()).matches()) {
                    note("the cookie " + cookie.getName() + " is not HttpOnly, SameSite="
                            + COOKIES.get(cookie.getName()) + " and opaque");
                } else if (cookie.getExpiry() != null && !mayStay(cookie)) {
                    note("the cookie " + cookie.getName() + " outlives the browser session, which nobody asked for");
                }
            }
        }

        private boolean mayStay(Cookie cookie) {
            return askedToStay
                    && cookie.getName().equals("allleads-session")
                    && cookie.getExpiry().toInstant().isBefore(Instant.now().plus(KEPT));
        }

        private void fitsTheScreen() {
            int width = browser.contentWidth();
            if (width > browser.setting().width()) {
                note("is " + width + " wide on a screen of " + browser.setting().width());
            }
        }

        private void note(String finding) {
            findings.add(arrival.path() + " " + finding);
        }
    }
}
