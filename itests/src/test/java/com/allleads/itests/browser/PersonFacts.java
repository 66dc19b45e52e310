package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import com.allleads.itests.outside.Someone;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.openqa.selenium.WebElement;

/** The story of a person on pages, in each way in which somebody may have set up their browser. */
@RunWith(Parameterized.class)
public class PersonFacts {

    @Parameters(name = "{0}")
    public static Setting[] settings() {
        return Setting.values();
    }

    @ClassRule
    public static final WithoutCookiesReport WITHOUT_COOKIES = new WithoutCookiesReport();

    @Parameter
    public Setting setting;

    @Rule
    public final TestWatcher report = new TestWatcher() {
        @Override
        protected void succeeded(Description story) {
            tell(story, false);
        }

        @Override
        protected void failed(Throwable why, Description story) {
            tell(story, true);
        }

        private void tell(Description story, boolean failed) {
            if (setting == Setting.WITHOUT_COOKIES) {
                WITHOUT_COOKIES.add(story.getMethodName(), browser.pages(), failed);
            }
        }
    };

    private final Site site = SiteRule.current();
    private Browser browser;

    @Before
    public void open() {
        browser = Browser.open(site, setting);
    }

    @After
    public void close() {
        browser.close();
    }

    @Test
    public void registersPaysOrdersAndLooksAtWhatIsKnown() {
        Person person = Person.visiting(site, browser);

        browser.follow("/register");
        saysWhatEachFieldIsFor();
        ticksNothingInAdvance();
        namesWhoElseReceivesSomething();
        assertThat(person.register().path()).isEqualTo("/verify");
        assertThat(person.verify().path()).isEqualTo("/sign-in");
        person.signIn();
        assertThat(signedIn()).isTrue();

        person.addCard("tok_visa");
        assertThat(browser.text()).contains("4242");
        person.topUp("4242", "12.50");
        assertThat(person.state()).isEqualTo("done");
        person.addCard("tok_declined");
        person.topUp("0002", "3.00");
        assertThat(person.state()).isEqualTo("declined");

        person.orderOne();
        assertThat(browser.has("main .confirmation")).isTrue();
        browser.follow("/account/balance");
        assertThat(person.rows("#statement")).isEqualTo(2);

        browser.follow("/account/data");
        assertThat(browser.text()).contains("Grace Hopper", person.email(), "1 Navy Way");
        browser.follow("/account/contact");
        browser.form("/account/contact", "[name=name]")
                .type("name", "Grace Murray Hopper")
                .submit();
        browser.follow("/account/data");
        assertThat(browser.text()).contains("Grace Murray Hopper");
        browser.follow("/account/uses");
        assertThat(browser.all("main .card .plain-list li"))
                .extracting(Browser::text)
                .anyMatch(use -> use.contains("looked at this of yours: ") && use.contains("For: "));

        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void decidesAndKeepsAReceipt() {
        Person person = Person.signedIn(site, browser);

        browser.follow("/account/choices");
        person.decide(true);
        person.openReceipt();
        assertThat(Browser.text(browser.find("main .code")).split("\\."))
                .as("a compact JWS")
                .hasSize(3);
        browser.follow("/account/choices");
        person.decide(false);
        assertThat(browser.has("main [name=granted][value=true]"))
                .as("yes can be said again")
                .isTrue();

        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void signsOutAndIsNobodyAgain() {
        Person person = Person.signedIn(site, browser);

        person.signOut();

        assertThat(signedIn()).isFalse();
        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.go("/account").path()).isEqualTo("/sign-in");
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void deactivatesTheAccountForGood() {
        Person person = Person.signedIn(site, browser);

        browser.follow("/account");
        browser.follow("/account/deactivation");
        person.confirm("/account/deactivation");

        assertThat(signedIn()).isFalse();
        browser.go("/sign-in");
        browser.form("/sign-in")
                .type("email", person.email())
                .type("password", Someone.PASSWORD)
                .submit(422);
        assertThat(signedIn()).isFalse();
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void hasEverythingErasedAndGetsACertificate() {
        Person person = Person.signedIn(site, browser);

        browser.follow("/account/data");
        browser.follow("/account/erasure");
        person.confirm("/account/erasure");

        assertThat(Browser.text(browser.find("main .code")).split("\\."))
                .as("a compact JWS")
                .hasSize(3);
        assertThat(signedIn()).isFalse();
        assertThat(browser.text()).doesNotContain(person.email());
        assertThat(browser.findings()).isEmpty();
    }

    // ---- what registration shows

    private void saysWhatEachFieldIsFor() {
        Map<String, String> declared = new HashMap<>();
        point().path("fields")
                .forEach(field -> declared.put(
                        field.path("name").asText(), field.path("use").asText()));
        List<String> asked = browser.form("/register").fields();
        assertThat(asked).contains("email", "name", "phone", "address.street");
        assertThat(asked).filteredOn(declared::containsKey).allSatisfy(name -> assertThat(browser.text())
                .as("what %s is for", name)
                .contains(declared.get(name)));
    }

    private void ticksNothingInAdvance() {
        assertThat(browser.form("/register").boxes())
                .hasSizeGreaterThanOrEqualTo(point().path("purposes").size())
                .noneMatch(WebElement::isSelected);
        for (JsonNode purpose : point().path("purposes")) {
            assertThat(browser.text()).contains(purpose.path("text").asText());
        }
    }

    private void namesWhoElseReceivesSomething() {
        for (JsonNode party :
                site.api().get("/outside-parties").expect(200).json().path("items")) {
            assertThat(browser.text()).contains(party.path("legalName").asText());
        }
    }

    private JsonNode point() {
        return site.api().get("/collection-points/registration").expect(200).json();
    }

    private boolean signedIn() {
        return browser.has("header form[action='/sign-out']");
    }
}
