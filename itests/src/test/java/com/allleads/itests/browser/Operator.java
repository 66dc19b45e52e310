package com.allleads.itests.browser;

import com.allleads.itests.outside.Site;
import java.util.UUID;

/** Somebody who looks after the site on its pages. */
final class Operator {

    private static final String VIEWERS_PASSWORD = "another password only for tests";

    private final Browser browser;
    private final String name;
    private final String password;

    private Operator(Browser browser, String name, String password) {
        this.browser = browser;
        this.name = name;
        this.password = password;
    }

    /** The operator that every site has, at the form for signing in. */
    static Operator visiting(Browser browser) {
        browser.go("/operator/sign-in");
        return new Operator(browser, "operator", Site.OPERATOR_PASSWORD);
    }

    static Operator signedIn(Browser browser) {
        Operator operator = visiting(browser);
        operator.signIn();
        return operator;
    }

    /** Somebody who may only look, added on the console as the README says: in two steps. */
    static Operator viewerSignedIn(Site site, Browser browser) {
        String name = "victor-" + UUID.randomUUID();
        manage(site, "jaas:user-add " + name + " '" + VIEWERS_PASSWORD + "'");
        manage(site, "jaas:role-add " + name + " viewer");
        browser.go("/operator/sign-in");
        Operator viewer = new Operator(browser, name, VIEWERS_PASSWORD);
        viewer.signIn();
        return viewer;
    }

    private static void manage(Site site, String command) {
        site.console().run("jaas:realm-manage --realm karaf; " + command + "; jaas:update");
    }

    String name() {
        return name;
    }

    Arrival signIn() {
        return browser.form("/operator/sign-in")
                .type("name", name)
                .type("password", password)
                .submit();
    }

    Arrival signOut() {
        return browser.click(browser.find("form[action='/operator/sign-out'] button[type=submit]"));
    }

    boolean isSignedIn() {
        return browser.has("header form[action='/operator/sign-out']");
    }

    /** Opens what stands in the menu. */
    Arrival open(String path) {
        return browser.follow(path);
    }

    /** Looks for the person with an email address. */
    Arrival find(String email) {
        open("/operator/people");
        return browser.form("/operator/people").type("email", email).submit();
    }

    /** Asks to see what a person can be reached by, and says why. */
    Arrival look(String reason) {
        return browser.form("/operator/people/person").type("reason", reason).submit();
    }
}
