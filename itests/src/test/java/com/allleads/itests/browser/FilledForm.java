package com.allleads.itests.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A form of the page, as a person fills it in: by the names of its fields. */
final class FilledForm {

    private final Browser browser;
    private final WebElement form;

    FilledForm(Browser browser, WebElement form) {
        this.browser = browser;
        this.form = form;
    }

    /** Types over what stands in a field. */
    FilledForm type(String name, String value) {
        WebElement field = field(name);
        browser.reveal(field);
        field.clear();
        field.sendKeys(value);
        return this;
    }

    /** Chooses among options, or among radio buttons. */
    FilledForm choose(String name, String value) {
        WebElement field = field(name);
        browser.reveal(field);
        if (field.getTagName().equals("select")) {
            new Select(field).selectByValue(value);
        } else {
            field(name + "'][value='" + value).click();
        }
        return this;
    }

    /** Chooses the option whose text contains this. */
    FilledForm chooseByText(String name, String text) {
        Select select = new Select(field(name));
        WebElement option = select.getOptions().stream()
                .filter(candidate -> Browser.text(candidate).contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " offers no " + text));
        select.selectByValue(option.getDomAttribute("value"));
        return this;
    }

    /** Ticks a box. */
    FilledForm tick(String name) {
        field(name).click();
        return this;
    }

    Arrival submit() {
        return submit(200);
    }

    /** Submits it and expects a page with this status. */
    Arrival submit(int status) {
        return browser.click(form.findElement(By.cssSelector("button[type=submit]:not([form])")), status);
    }

    /** Sends whatever is entered, as a browser does that checks nothing by itself. */
    FilledForm unchecked() {
        browser.driver().executeScript("arguments[0].noValidate = true", form);
        return this;
    }

    List<WebElement> boxes() {
        return form.findElements(By.cssSelector("input[type=checkbox]"));
    }

    /** The names of the fields that a person can fill in. */
    List<String> fields() {
        return form.findElements(By.cssSelector("[name]:not([type=hidden])")).stream()
                .map(field -> field.getDomAttribute("name"))
                .distinct()
                .toList();
    }

    private WebElement field(String name) {
        List<WebElement> found = form.findElements(By.cssSelector("[name='" + name + "']"));
        if (found.isEmpty()) {
            throw new AssertionError("the form has no field " + name + ": " + Browser.text(form));
        }
        return found.get(0);
    }
}
