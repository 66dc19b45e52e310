package com.allleads.itests.browser;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.Someone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;

/** Somebody who does on pages whatever the site offers. */
final class Person {

    private final Site site;
    private final Browser browser;
    private final String email;

    private Person(Site site, Browser browser, String email) {
        this.site = site;
        this.browser = browser;
        this.email = email;
    }

    /** Somebody new, who comes to the start page. */
    static Person visiting(Site site, Browser browser) {
        browser.go("/");
        return new Person(site, browser, "grace." + UUID.randomUUID() + "@mail.example");
    }

    /** Somebody who has an account, at the form for signing in. */
    static Person registered(Site site, Browser browser) {
        return holding(Someone.signedIn(site), site, browser);
    }

    /** Somebody who has an account by REST already, at the form for signing in. */
    static Person holding(Someone account, Site site, Browser browser) {
        browser.go("/sign-in");
        return new Person(site, browser, account.email());
    }

    /** Somebody who is signed in, after a registration that is no subject of the fact. */
    static Person signedIn(Site site, Browser browser) {
        Person person = registered(site, browser);
        person.signIn();
        return person;
    }

    /** The same person at another browser. */
    Person at(Browser another) {
        return new Person(site, another, email);
    }

    String email() {
        return email;
    }

    // ---- the account

    /** Fills the form in, agreeing to nothing optional. */
    Arrival register() {
        return browser.form("/register")
                .type("name", "Grace Hopper")
                .type("email", email)
                .type("password", Someone.PASSWORD)
                .type("phone", "+12025550188")
                .choose("replyBy", "email")
                .type("address.street", "1 Navy Way")
                .type("address.postalCode", "22202")
                .type("address.city", "Arlington")
                .choose("address.country", "US")
                .submit();
    }

    /** Enters the PIN from the mail. */
    Arrival verify() {
        return browser.form("/verify", "[name=pin]")
                .type("pin", site.mail().pinFor(email))
                .submit();
    }

    Arrival signIn() {
        return browser.form("/sign-in")
                .type("email", email)
                .type("password", Someone.PASSWORD)
                .submit();
    }

    /** Signs in and asks to stay so. */
    Arrival signInToStay() {
        browser.asksToStay();
        return browser.form("/sign-in")
                .type("email", email)
                .type("password", Someone.PASSWORD)
                .tick("remember")
                .submit();
    }

    Arrival signOut() {
        return browser.click(browser.find("form[action='/sign-out'] button[type=submit]"));
    }

    /** Confirms something grave with the password. */
    Arrival confirm(String path) {
        return browser.form(path).type("password", Someone.PASSWORD).submit();
    }

    // ---- money

    Arrival addCard(String token) {
        browser.follow("/account/cards");
        return browser.form("/account/cards", "[name=token]")
                .choose("token", token)
                .submit();
    }

    /** Tops up with the card that ends so. */
    Arrival topUp(String last4, String amount) {
        browser.follow("/account/balance");
        return browser.form("/account/balance", "[name=amount]")
                .chooseByText("card", last4)
                .type("amount", amount)
                .submit();
    }

    /** Looks again at the top-up that is shown until it says so. */
    void lookAgainUntil(String state, int seconds) {
        Awaitility.await("a top-up " + state)
                .pollInSameThread()
                .atMost(seconds, TimeUnit.SECONDS)
                .until(
                        () -> {
                            browser.go(browser.path());
                            return state();
                        },
                        state::equals);
    }

    /** The state that the page shows. */
    String state() {
        return Browser.text(browser.find("main .status"));
    }

    /** Orders one of the first service. */
    Arrival orderOne() {
        browser.follow("/account/services");
        return browser.form("/account/services", "[name=service]")
                .type("quantity", "1")
                .submit();
    }

    /** Orders one of a service that is delivered later. */
    Arrival orderOneForLater(String service) {
        browser.follow("/account/services");
        return browser.form("/account/services", "[name=service][value='" + service + "']")
                .type("quantity", "1")
                .submit();
    }

    // ---- choices

    /** Says yes or no to the first thing that is offered. */
    Arrival decide(boolean granted) {
        return browser.form("/account/choices", "[name=granted][value='" + granted + "']")
                .submit();
    }

    Arrival openReceipt() {
        return browser.click(browser.find("main [href^='/account/receipt'], main [formaction^='/account/receipt']"));
    }

    /** Whether the page offers to sign out. */
    boolean isSignedIn() {
        return browser.has("header form[action='/sign-out']");
    }

    int rows(String table) {
        return browser.find(table).findElements(By.cssSelector("tbody tr")).size();
    }
}
