package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.browser.Seen.Link;
import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import com.allleads.itests.outside.Someone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What holds on every page that the site has: those that links lead to, and those that only a task leads to. */
public class PageFacts {

    private static final long MOST_BYTES = 100_000;
    private static final List<String> OUTWARD = List.of("external", "noopener", "noreferrer");
    private static final Duration TYPICAL = Duration.ofMillis(30);

    private static final Site SITE = SiteRule.current();
    private static final Gallery GALLERY = new Gallery(SITE, Site.root().resolve("itests/target/screenshots"));
    private static final List<String> FINDINGS = new ArrayList<>();

    @BeforeClass
    public static void lookAtEveryPage() {
        try (Browser browser = Browser.open(SITE, Setting.ORDINARY)) {
            asAnyone(browser);
            asAPerson(browser);
            FINDINGS.addAll(browser.findings());
        }
        try (Browser browser = Browser.open(SITE, Setting.ORDINARY)) {
            asAnOperator(browser);
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
        person.orderOneForLater("expert-answer");
        GALLERY.look(browser, "person, ordered for later");
        browser.go("/account/choices");
        person.decide(true);
        GALLERY.look(browser, "person, decided");
        GALLERY.walk(browser, "person", List.of("/", "/account"));
    }

    private static void asAnOperator(Browser browser) {
        Someone someone = Someone.signedIn(SITE);
        Operator operator = Operator.visiting(browser);
        browser.form("/operator/sign-in").unchecked().submit(422);
        GALLERY.look(browser, "operator, a sign-in that lacks something");
        operator.signIn();
        operator.find(someone.email());
        GALLERY.look(browser, "operator, a person found");
        operator.look("asked for by the person");
        GALLERY.look(browser, "operator, a person looked at");
        operator.open("/operator/processors");
        browser.form("/operator/processors", "[name=drain]").submit();
        GALLERY.look(browser, "operator, asked whether to drain");
        operator.open("/operator/ledger");
        browser.form("/operator/ledger").submit();
        browser.lookAgainUntil("main .notice.good");
        GALLERY.look(browser, "operator, the books were checked");
        operator.open("/operator/refunds");
        browser.form("/operator/refunds").unchecked().submit(422);
        GALLERY.look(browser, "operator, a refund that lacks something");
        GALLERY.walk(browser, "operator", List.of("/operator"));
    }

    @AfterClass
    public static void keepThePictures() {
        GALLERY.write();
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
                        "/account/erasure",
                        "/operator",
                        "/operator/people",
                        "/operator/people/person",
                        "/operator/payments",
                        "/operator/payment",
                        "/operator/processor-figures",
                        "/operator/refunds",
                        "/operator/ledger",
                        "/operator/processors",
                        "/operator/orders",
                        "/operator/order",
                        "/operator/services",
                        "/operator/promises",
                        "/operator/promises/promise",
                        "/operator/outside-parties",
                        "/operator/outbox",
                        "/operator/announcements",
                        "/operator/purposes",
                        "/operator/collection-points",
                        "/operator/uses",
                        "/operator/requests",
                        "/operator/operators",
                        "/operator/settings",
                        "/operator/health");
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
        assertThat(told(page -> page.broken().stream()))
                .as("links that lead nowhere")
                .isEmpty();
    }

    @Test
    public void theSiteAnswersFastOnATypicalPage() {
        assertThat(Visits.median(GALLERY.seen().stream()
                        .filter(page -> page.firstVisit() != 0)
                        .map(Seen::server)
                        .toList()))
                .isLessThan(TYPICAL);
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
}
