package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openqa.selenium.Cookie;

/** Who asks to stay signed in does, and can take it back; nobody else does. */
public class StayFacts {

    private static final String ROTATION = "config:property-set -p com.allleads.registration session.rotation.minutes ";

    private final Site site = SiteRule.current();
    private Browser browser;

    @Before
    public void open() {
        browser = Browser.open(site, Setting.ORDINARY);
    }

    @After
    public void close() {
        browser.close();
    }

    @Test
    public void isSignedInWhenTheBrowserIsOpenedAgain() {
        Person person = Person.registered(site, browser);
        person.signInToStay();
        assertThat(cookie().getExpiry()).isNotNull();

        browser.restart();

        assertThat(browser.go("/account").path()).isEqualTo("/account");
        assertThat(person.isSignedIn()).isTrue();
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void isNobodyWhenTheBrowserIsOpenedAgainWithoutHavingAsked() {
        Person person = Person.signedIn(site, browser);
        assertThat(cookie().getExpiry()).isNull();

        browser.restart();

        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.go("/account").path()).isEqualTo("/sign-in");
        assertThat(person.isSignedIn()).isFalse();
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void getsAnotherCookieNowAndThen() {
        site.console().run(ROTATION + 1);
        try {
            Person person = Person.registered(site, browser);
            person.signInToStay();
            String first = cookie().getValue();

            Awaitility.await("another cookie")
                    .pollInSameThread()
                    .pollInterval(Duration.ofSeconds(2))
                    .atMost(90, TimeUnit.SECONDS)
                    .until(() -> {
                        browser.go("/account");
                        return !cookie().getValue().equals(first);
                    });

            assertThat(person.isSignedIn()).isTrue();
            assertThat(browser.go("/account/balance").path()).isEqualTo("/account/balance");
            assertThat(browser.findings()).isEmpty();
        } finally {
            site.console().run(ROTATION + 15);
        }
    }

    @Test
    public void isSignedOutAtADeviceByAnother() {
        Person person = Person.registered(site, browser);
        person.signInToStay();
        try (Browser another = Browser.open(site, Setting.ORDINARY)) {
            another.go("/sign-in");
            Person there = person.at(another);
            there.signIn();
            another.follow("/account/devices");
            assertThat(there.rows("main table"))
                    .as("both browsers, and the program that registered the account")
                    .isEqualTo(3);

            // The one that began last stands first.
            another.form("/account/devices", "[name=id]").submit();

            assertThat(there.rows("main table")).isEqualTo(2);
            assertThat(there.isSignedIn()).isTrue();
            assertThat(another.findings()).isEmpty();
        }
        assertThat(browser.go("/account").path()).isEqualTo("/sign-in");
        assertThat(person.isSignedIn()).isFalse();
        assertThat(browser.findings()).isEmpty();
    }

    private Cookie cookie() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("allleads-session"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session's cookie"));
    }
}
