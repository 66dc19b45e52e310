package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import com.allleads.itests.outside.StripeOnSite;
import com.allleads.payment.stripe.testing.DoubleCard;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogType;

/** A card is added on a processor's own page: the browser goes there, and comes back with its session or without. */
public class RedirectFacts {

    @ClassRule
    public static final StripeOnSite STRIPE = new StripeOnSite();

    private final Site site = SiteRule.current();
    private Browser browser;

    @After
    public void close() {
        browser.close();
    }

    @Test
    public void goesToTheProcessorsPageAndComesBackWithACard() {
        addsACard(Setting.ORDINARY);

        assertThat(browser.text()).doesNotContain("asked to sign in");
        browser.follow("/account/cards");
        assertThat(browser.text()).contains("Visa ···· " + DoubleCard.CONFIRMED_ONCE.last4());
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void comesBackToAPageThatKnowsNobodyWhereThereAreNoCookies() {
        addsACard(Setting.WITHOUT_COOKIES);

        assertThat(browser.text()).contains("asked to sign in").doesNotContain(DoubleCard.CONFIRMED_ONCE.last4());
        assertThat(browser.findings()).isEmpty();
    }

    private void addsACard(Setting setting) {
        browser = Browser.open(site, setting);
        Person.signedIn(site, browser);
        browser.follow("/account/cards");
        WebDriver driver = browser.driver();
        driver.findElement(By.xpath("//form[.//input[@name='leave']]//button[@type='submit']"))
                .click();
        await(STRIPE.company().address().toString());
        driver.findElement(By.name("number")).sendKeys(DoubleCard.CONFIRMED_ONCE.number());
        driver.findElement(By.tagName("button")).click();
        Awaitility.await("the bank's question")
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> !driver.findElements(By.name("confirmed")).isEmpty());
        driver.findElement(By.name("confirmed")).click();
        await(site.address("/cards/return").toString());
        // Once more as a page of the site's, which is held against the rules of the house; the page before was
        // another's.
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.manage().logs().get(LogType.BROWSER);
        browser.go(browser.path());
        browser.lookAgainUntil(".notice.good");
        assertThat(browser.text()).contains("Your card is added.");
    }

    private void await(String address) {
        Awaitility.await(address)
                .pollInSameThread()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> browser.driver().getCurrentUrl().startsWith(address));
    }
}
