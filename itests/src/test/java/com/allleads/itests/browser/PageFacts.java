package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.browser.Seen.Link;
import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What holds on every page that the site has: those that links lead to, and those that only a task leads to. */
public class PageFacts {

    private static final int SAMPLES = 7;
    private static final long MOST_BYTES = 100_000;
    private static final List<String> OUTWARD = List.of("external", "noopener", "noreferrer");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private static final Site SITE = SiteRule.current();
    private static final Gallery GALLERY = new Gallery(Site.root().resolve("itests/target/screenshots"));
    private static final List<String> FINDINGS = new ArrayList<>();
    private static String cookies = "";

    @BeforeClass
    public static void lookAtEveryPage() {
        try (Browser browser = Browser.open(SITE, Setting.ORDINARY)) {
            asAnyone(browser);
            asAPerson(browser);
            FINDINGS.addAll(browser.findings());
        }
    }

    private static void asAnyone(Browser browser) {
        GALLERY.walk(browser, "anyone", List.of("/", "/register", "/sign-in", "/sign-out", "/verify", "/privacy"));
        browser.go("/no/such/page", 404);
        GALLERY.look(browser, "anyone, a page that is not there");
        browser.go("/register");
        browser.form("/register").unchecked().submit(422);
        GALLERY.look(browser, "anyone, a registration that lacks something");
        Person newcomer = Person.visiting(SITE, browser);
        browser.go("/register");
        newcomer.register();
        GALLERY.look(browser, "anyone, asked for the PIN");
        newcomer.verify();
        GALLERY.look(browser, "anyone, verified");
    }

    private static void asAPerson(Browser browser) {
        Person person = Person.signedIn(SITE, browser);
        GALLERY.look(browser, "person, just signed in");
        browser.go("/account/balance");
        GALLERY.look(browser, "person, without a card");
        person.addCard("tok_visa");
        GALLERY.look(browser, "person, card added");
        person.topUp("4242", "20.00");
        GALLERY.look(browser, "person, top-up settled");
        person.addCard("tok_declined");
        person.topUp("0002", "20.00");
        GALLERY.look(browser, "person, top-up declined");
        person.addCard("tok_pending");
        person.topUp("0259", "2.00");
        GALLERY.look(browser, "person, top-up pending");
        person.addCard("tok_lost");
        person.topUp("0341", "2.00");
        GALLERY.look(browser, "person, top-up unknown");
        person.orderOne();
        GALLERY.look(browser, "person, ordered");
        browser.go("/account/choices");
        person.decide(true);
        GALLERY.look(browser, "person, decided");
        GALLERY.walk(browser, "person", List.of("/", "/account"));
        cookies = browser.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    @AfterClass
    public static void keepThePictures() {
        GALLERY.write(PageFacts::typicalTime);
    }

    @Test
    public void everyPageThatIsPromisedCanBeReached() {
        assertThat(GALLERY.seen())
                .extracting(page -> page.path().split("[?]")[0])
                .contains(
                        "/",
                        "/register",
                        "/verify",
                        "/sign-in",
                        "/privacy",
                        "/account",
                        "/account/balance",
                        "/account/cards",
                        "/account/services",
                        "/account/data",
                        "/account/uses",
                        "/account/choices",
                        "/account/contact",
                        "/account/receipt",
                        "/account/top-up",
                        "/account/order",
                        "/account/deactivation",
                        "/account/erasure");
    }

    @Test
    public void everyPageKeepsTheHouseRules() {
        assertThat(FINDINGS).isEmpty();
    }

    @Test
    public void everyPageCanBeUsedByWhoeverDoesNotSeeOrPoint() {
        assertThat(told(page -> page.grave().stream())).isEmpty();
    }

    @Test
    public void everyPageFitsTheSmallestScreen() {
        assertThat(told(page -> Stream.of(page.narrowWidth()).filter(width -> width > Setting.SMALL_SCREEN.width())))
                .as("wider than the screen")
                .isEmpty();
    }

    @Test
    public void everyPageIsSmallAtAFirstVisit() {
        assertThat(told(page -> Stream.of(page.firstVisit()).filter(bytes -> bytes >= MOST_BYTES)))
                .as("too many bytes")
                .isEmpty();
    }

    @Test
    public void everyLinkLeadsSomewhere() {
        Set<String> tried = new HashSet<>();
        assertThat(told(page -> page.links().stream()
                        .filter(Link::withinTheSite)
                        .map(link -> link.target().split("#")[0])
                        .filter(tried::add)
                        .filter(target -> status(target) != 200)))
                .as("links that lead nowhere")
                .isEmpty();
    }

    @Test
    public void everyLinkOutOfTheSiteSaysSoAndTellsNothing() {
        assertThat(told(page -> page.links().stream()
                        .filter(Link::outOfTheSite)
                        .filter(link -> !Set.of(link.relation().split(" ")).containsAll(OUTWARD))))
                .isEmpty();
    }

    /** What is found on pages, each with its page. */
    private static List<String> told(Function<Seen, Stream<?>> finding) {
        return GALLERY.seen().stream()
                .flatMap(page -> finding.apply(page).map(found -> page.name() + ": " + found))
                .toList();
    }

    private static int status(String path) {
        try {
            return HTTP.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The median over several visits; for what only a form leads to, the one time that it took. */
    private static Duration typicalTime(Seen page) {
        if (page.firstVisit() == 0) {
            return page.server();
        }
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            long begin = System.nanoTime();
            status(page.path());
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        Collections.sort(times);
        return times.get(SAMPLES / 2);
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(SITE.address(path))
                .header("Cookie", cookies)
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
