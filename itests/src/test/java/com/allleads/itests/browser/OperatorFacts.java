package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import com.allleads.itests.outside.Someone;
import java.util.List;
import java.util.UUID;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.openqa.selenium.WebElement;

/** The story of an operator on pages, in each way in which somebody may have set up their browser. */
@RunWith(Parameterized.class)
public class OperatorFacts {

    @Parameters(name = "{0}")
    public static Setting[] settings() {
        return Setting.values();
    }

    @Parameter
    public Setting setting;

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
    public void signsInSeesHowTheSiteIsDoingAndSignsOut() {
        assertThat(browser.go("/operator").path()).as("nobody is signed in").isEqualTo("/operator/sign-in");
        browser.form("/operator/sign-in")
                .type("name", "operator")
                .type("password", "a wrong password")
                .submit(422);
        assertThat(browser.has("main [role=alert]")).isTrue();
        Operator operator = Operator.visiting(browser);
        operator.signIn();
        assertThat(operator.isSignedIn()).isTrue();
        operator.open("/operator");

        assertThat(headings()).contains("Registrations", "Payments", "Prepaid balances", "Orders", "Promises");
        assertThat(browser.all("main figure.chart")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(browser.all("main figure.chart svg [class]")).isNotEmpty();

        operator.open("/operator/health");
        assertThat(browser.has("main .notice.good")).as("ready").isTrue();
        assertThat(browser.text()).contains("com.allleads.billing");
        operator.open("/operator/settings");
        assertThat(browser.text()).contains("com.allleads.registration", "session.remembered.days");
        assertThat(browser.text()).doesNotContain(Site.OPERATOR_PASSWORD);
        operator.open("/operator/operators");
        assertThat(browser.text()).contains("operator");

        operator.signOut();
        assertThat(operator.isSignedIn()).isFalse();
        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.go("/operator/payments").path()).isEqualTo("/operator/sign-in");
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void findsAPersonAndSaysWhyWhatThePersonReads() {
        Someone someone = Someone.signedIn(site);
        String reason = "asked by phone about a top-up " + UUID.randomUUID();
        Operator operator = Operator.signedIn(browser);

        operator.open("/operator/people");
        browser.form("/operator/people").type("email", "nobody@mail.example").submit(422);
        assertThat(browser.has("main [name=email][aria-invalid=true]")).isTrue();
        browser.form("/operator/people").type("email", someone.email()).submit();
        assertThat(browser.text()).contains(someone.id()).doesNotContain(someone.email(), "Ada Lovelace");
        browser.form("/operator/people/person").unchecked().submit(422);
        assertThat(browser.has("main [name=reason][aria-invalid=true]")).isTrue();
        assertThat(browser.text()).doesNotContain("Ada Lovelace");
        operator.look(reason);
        assertThat(browser.text()).contains(someone.email(), "Ada Lovelace");
        operator.signOut();

        Person.holding(someone, site, browser).signIn();
        browser.follow("/account/uses");
        assertThat(browser.text()).contains("An operator of the site (operator) looked at your: ");
        browser.follow("/account");
        browser.follow("/account/looks");
        assertThat(browser.text()).contains(reason);
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void drainsAProcessorAndHasItTakePaymentsAgain() {
        Operator operator = Operator.signedIn(browser);
        operator.open("/operator/processors");
        assertThat(stateOfSandbox()).isEqualTo("takes payments");
        try {
            browser.form("/operator/processors", "[name=drain][value=sandbox]").submit();
            browser.form("/operator/processors", "[name=confirmed]").submit();
            assertThat(stateOfSandbox()).startsWith("takes no new payments");
            assertThat(site.console().json("allleads:processors").toString()).contains("DRAIN");

            browser.form("/operator/processors", "[name=resume][value=sandbox]").submit();
            assertThat(stateOfSandbox()).isEqualTo("takes payments");
        } finally {
            site.console().run("allleads:processor-resume sandbox");
        }
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void seesAPaymentAndGivesMoneyBack() {
        Someone someone = Someone.signedIn(site);
        String card = someone.addCard("sandbox", "tok_visa");
        someone.topUp(card, "10.00").expect(201);
        Operator operator = Operator.signedIn(browser);

        operator.open("/operator/payments");
        assertThat(browser.all("main tbody tr")).isNotEmpty();
        browser.click(
                browser.find("main tbody [href^='/operator/payment?'], main tbody [formaction^='/operator/payment?']"));
        assertThat(browser.text()).contains(someone.id(), "settled");

        operator.open("/operator/refunds");
        browser.form("/operator/refunds", "[name=amount]")
                .type("person", someone.id())
                .type("amount", "4.00")
                .type("reason", "delivered late")
                .submit();
        assertThat(Browser.text(browser.find("main tbody tr")))
                .contains(someone.id(), "4.00", "delivered late", "operator");
        assertThat(someone.available()).isEqualTo("6.00");

        browser.form("/operator/refunds", "[name=amount]")
                .type("person", someone.id())
                .type("amount", "400.00")
                .type("reason", "too much")
                .submit(422);
        assertThat(browser.has("main [role=alert]")).isTrue();
        assertThat(someone.available()).isEqualTo("6.00");
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void offersAServiceAndWithdrawsIt() {
        String id = "lamp-" + UUID.randomUUID().toString().substring(0, 8);
        Operator operator = Operator.signedIn(browser);

        operator.open("/operator/services");
        browser.form("/operator/services", "[name=price]")
                .type("id", id)
                .type("name", "A lamp")
                .type("price", "3.50")
                .submit();
        assertThat(browser.text()).contains(id, "A lamp", "3.50");
        assertThat(site.console().json("allleads:services").toString()).contains(id);

        browser.form("/operator/services", "[name=withdraw][value='" + id + "']")
                .submit();
        assertThat(browser.all("main tbody tr")).extracting(Browser::text).noneMatch(row -> row.contains(id));
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void seesThatPromisesAreKeptByTheirEvidence() {
        Operator operator = Operator.signedIn(browser);

        operator.open("/operator/promises");
        assertThat(browser.all("main tbody tr")).hasSize(40);
        assertThat(browser.all("main .status.bad")).isEmpty();
        browser.click(browser.find("main [href$='id=choice.opt-in'], main [formaction$='id=choice.opt-in']"));
        assertThat(browser.text()).contains("choice.opt-in");
        assertThat(browser.all("main .facts dt")).hasSizeGreaterThanOrEqualTo(4);

        operator.open("/operator/outside-parties");
        assertThat(browser.text()).contains("sandbox");
        operator.open("/operator/purposes");
        assertThat(browser.all("main tbody tr, main .card")).isNotEmpty();
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void hasTheBooksCheckedAndMailTriedAgain() {
        Someone.signedIn(site);
        Operator operator = Operator.signedIn(browser);

        operator.open("/operator/ledger");
        browser.form("/operator/ledger").submit();
        browser.lookAgainUntil("main .notice.good");

        operator.open("/operator/outbox");
        assertThat(browser.all("main tbody tr")).isNotEmpty();
        browser.form("/operator/outbox", "[name=message][value=all]").submit();
        assertThat(browser.has("main .notice.good")).isTrue();
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void looksOnlyAndIsOfferedNoActionAsAViewer() {
        Operator viewer = Operator.viewerSignedIn(site, browser);
        List<String> pages = menu();
        assertThat(pages).contains("/operator/payments", "/operator/processors", "/operator/promises");
        assertThat(pages).as("no person's data").doesNotContain("/operator/people");

        for (String page : pages) {
            viewer.open(page);
            assertThat(browser.all("main form[method=post]:not(.look)"))
                    .as("offered on " + page)
                    .isEmpty();
        }
        assertThat(browser.text()).contains(viewer.name());
        assertThat(browser.findings()).isEmpty();
    }

    private List<String> headings() {
        return browser.all("main h2").stream().map(Browser::text).toList();
    }

    private List<String> menu() {
        return browser.all("nav.account [href], nav.account [formaction]").stream()
                .map(OperatorFacts::target)
                .toList();
    }

    private static String target(WebElement entry) {
        String address = entry.getDomAttribute("href");
        return address == null ? entry.getDomAttribute("formaction") : address;
    }

    private String stateOfSandbox() {
        return Browser.text(browser.find("main .card .status"));
    }
}
