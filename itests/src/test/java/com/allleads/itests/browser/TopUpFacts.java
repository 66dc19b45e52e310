package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What became of a top-up is said as what it is, and no more is said than is known. */
public class TopUpFacts {

    private final Site site = SiteRule.current();
    private Browser browser;
    private Person person;

    @Before
    public void open() {
        browser = Browser.open(site, Setting.ORDINARY);
        person = Person.signedIn(site, browser);
    }

    @After
    public void close() {
        browser.close();
    }

    @Test
    public void saysThatAPendingPaymentIsOnItsWayUntilItArrives() {
        person.addCard("tok_pending");
        person.topUp("0259", "2.00");

        assertThat(person.state()).isEqualTo("on its way");
        person.lookAgainUntil("done", 30);
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void saysThatItDoesNotKnowWhetherACardWasChargedUntilItDoes() {
        person.addCard("tok_timeout");
        person.topUp("0119", "2.00");

        assertThat(person.state()).isEqualTo("not known yet");
        person.lookAgainUntil("done", 75);
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void saysThatNothingWasChargedOnceThatIsCertain() {
        person.addCard("tok_lost");
        person.topUp("0341", "2.00");

        assertThat(person.state()).isEqualTo("not known yet");
        person.lookAgainUntil("not tried", 75);
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void waitsForASlowProcessor() {
        person.addCard("tok_slow");
        person.topUp("0077", "2.00");

        assertThat(person.state()).isEqualTo("done");
        assertThat(browser.findings()).isEmpty();
    }
}
