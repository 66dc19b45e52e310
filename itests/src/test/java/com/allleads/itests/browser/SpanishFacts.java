package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import com.allleads.itests.outside.Someone;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Whoever reads Spanish first is told everything in Spanish. */
public class SpanishFacts {

    private static final Phrases PHRASES = Phrases.ofAllBundles();

    /**
     * What the page says for itself: not what capabilities declared in a language of their own, nor names out of code, nor what
     * is held about a person.
     */
    private static final String SAID = """
            const said = [document.title];
            const own = element => element.closest('[lang]') === document.documentElement && !element.closest('code, script, style, [translate=no]');
            const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              if (own(walker.currentNode.parentElement)) said.push(walker.currentNode.data);
            }
            for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title], [data-label]')) {
              for (const name of ['aria-label', 'placeholder', 'alt', 'title', 'data-label']) {
                if (own(element) && element.hasAttribute(name)) said.push(element.getAttribute(name));
              }
            }
            return said.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text !== '');
            """;

    private final Site site = SiteRule.current();
    private final List<String> english = new ArrayList<>();
    private Browser browser;

    @Before
    public void open() {
        browser = Browser.open(site, Setting.ORDINARY, "es");
        assertThat(PHRASES.size()).isGreaterThan(500);
    }

    @After
    public void close() {
        browser.close();
    }

    @Test
    public void isSpokenToInSpanishAsAnyone() {
        walk("/", "/register", "/sign-in", "/verify", "/privacy");
        browser.go("/register");
        browser.form("/register").unchecked().submit(422);
        listen();
        refusesInSpanish();
        browser.go("/no/such/page", 404);
        listen();
        assertThat(english).isEmpty();
    }

    @Test
    public void isSpokenToInSpanishAsAPerson() {
        Person person = Person.signedIn(site, browser);
        person.addCard("tok_visa");
        listen();
        person.topUp("4242", "12.50");
        listen();
        person.orderOne();
        listen();
        browser.go("/account/choices");
        person.decide(true);
        listen();
        walk("/", "/account");
        browser.go("/account/balance");
        browser.form("/account/balance").unchecked().submit(422);
        listen();
        refusesInSpanish();
        assertThat(english).isEmpty();
    }

    @Test
    public void isSpokenToInSpanishAsAnOperator() {
        Someone someone = Someone.signedIn(site);
        Operator operator = Operator.signedIn(browser);
        listen();
        operator.find(someone.email());
        listen();
        operator.look("lo pidió por teléfono");
        listen();
        walk("/operator");
        browser.go("/operator/refunds");
        browser.form("/operator/refunds").unchecked().submit(422);
        listen();
        refusesInSpanish();
        assertThat(english).isEmpty();
    }

    private void walk(String... from) {
        new Walk(List.of(from)).go(path -> {
            browser.go(path);
            listen();
            return browser.linksWithin();
        });
    }

    /** Notes what the page says in English. */
    private void listen() {
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("es");
        for (Object said : (List<?>) browser.driver().executeScript(SAID)) {
            PHRASES.englishIn((String) said)
                    .ifPresent(key -> english.add(browser.path() + " says \"" + said + "\" (" + key + ")"));
        }
    }

    private void refusesInSpanish() {
        assertThat(browser.all("main .error"))
                .isNotEmpty()
                .extracting(Browser::text)
                .noneMatch(error -> error.contains(" must "));
    }
}
