package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import com.allleads.itests.outside.Someone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Every form that a walk past all pages finds refuses to be empty or to hold nonsense: its page is shown again, marks what is
 * wrong, keeps what was entered, and nothing is stored.
 */
public class FormFacts {

    /** The forms of the page that change something and have a value that can be wrong: what tells them apart, by number. */
    private static final String FORMS = """
            return Array.from(document.querySelectorAll('main form[method=post]:not(.look)'), (form, number) => {
              const values = Array.from(form.elements).filter(field => field.name
                  && !['_form', 'session', 'key'].includes(field.name));
              return values.length === 0 ? null
                  : [number, form.getAttribute('action') + ' ' + values.map(field => field.name).sort().join(' ')];
            }).filter(form => form !== null);
            """;

    /**
     * Enters one thing, or nothing, into every field, or into the hidden ones where a form is but a button; answers what was
     * entered where it is to be seen again.
     */
    private static final String FILL = """
            const form = document.querySelectorAll('main form[method=post]:not(.look)')[arguments[0]];
            form.noValidate = true;
            const seen = {};
            const fields = Array.from(form.elements).filter(field => field.name
                && !['_form', 'session', 'key', 'to'].includes(field.name));
            const visible = fields.filter(field => field.type !== 'hidden');
            for (const field of visible.length === 0 ? fields : visible) {
              if (field.type === 'checkbox' || field.type === 'radio') {
                field.checked = false;
                continue;
              }
              if (field.tagName === 'SELECT') field.append(new Option(arguments[1], arguments[1]));
              field.removeAttribute('maxlength');
              if (field.type === 'email') field.type = 'text';
              field.value = arguments[1];
              if (field.type === 'text' || field.type === 'tel') seen[field.name] = arguments[1];
            }
            return seen;
            """;

    private static final String NONSENSE = "~~~ ".repeat(80).strip();

    private final Site site = SiteRule.current();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();
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
    public void everyFormForAnyoneRefusesNothingAndNonsense() {
        walk("/", "/register", "/sign-in", "/operator/sign-in");

        assertThat(wrong).isEmpty();
        assertThat(tried).hasSizeGreaterThanOrEqualTo(3);
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void everyFormForAPersonRefusesNothingAndNonsense() {
        Someone someone = Someone.signedIn(site);
        Person.holding(someone, site, browser).signIn();
        String card = someone.addCard("sandbox", "tok_visa");
        someone.topUp(card, "10.00").expect(201);
        Map<String, String> before = held(someone);

        walk("/account");

        assertThat(wrong).isEmpty();
        assertThat(held(someone)).isEqualTo(before);
        assertThat(tried).hasSizeGreaterThanOrEqualTo(6);
        assertThat(browser.findings()).isEmpty();
    }

    @Test
    public void everyFormForAnOperatorRefusesNothingAndNonsense() {
        Someone someone = Someone.signedIn(site);
        Operator operator = Operator.signedIn(browser);
        String services = site.console().run("allleads:services --json");
        String processors = site.console().run("allleads:processors --json");
        operator.find(someone.email());
        String person = browser.path();

        walk("/operator", person);

        assertThat(wrong).isEmpty();
        assertThat(site.console().run("allleads:services --json")).isEqualTo(services);
        assertThat(site.console().run("allleads:processors --json")).isEqualTo(processors);
        assertThat(tried).hasSizeGreaterThanOrEqualTo(5);
        assertThat(browser.findings()).isEmpty();
    }

    private void walk(String... from) {
        new Walk(List.of(from)).go(path -> {
            browser.go(path);
            List<String> links = browser.linksWithin();
            for (Object found : (List<?>) browser.driver().executeScript(FORMS)) {
                int number = ((Number) ((List<?>) found).get(0)).intValue();
                String name = (String) ((List<?>) found).get(1);
                if (tried.add(name)) {
                    submit(path, number, name, "");
                    submit(path, number, name, NONSENSE);
                }
            }
            return links;
        });
    }

    private void submit(String path, int number, String name, String value) {
        browser.go(path);
        Map<?, ?> seenAgain = (Map<?, ?>) browser.driver().executeScript(FILL, number, value);
        int fields = seenAgain.size();
        String what = (value.isEmpty() ? "empty " : "nonsense in ") + name;
        Arrival answer = browser.submitRefused(number);
        if (answer.status() < 400 || answer.status() >= 500) {
            wrong.add(what + " is answered with " + answer.status());
            return;
        }
        boolean marked = browser.has("main form [aria-invalid=true]");
        if (fields > 0 && !marked && (value.isEmpty() || !browser.has("main [role=alert]"))) {
            wrong.add(what + " marks no field");
        }
        for (Object field : seenAgain.keySet()) {
            String shown = browser.has("main [name='" + field + "']")
                    ? browser.find("main [name='" + field + "'][aria-invalid], main [name='" + field + "']")
                            .getDomProperty("value")
                    : "nothing";
            if (!shown.equals(value)) {
                wrong.add(what + " forgets what was entered in " + field);
            }
        }
    }

    /** What is kept about a person and may not change, as text by its name. */
    private static Map<String, String> held(Someone someone) {
        Map<String, String> held = new TreeMap<>();
        for (String what : List.of("/me/balance", "/me/cards", "/me/statement")) {
            held.put(what, someone.api().get(what).toString());
        }
        return held;
    }
}
