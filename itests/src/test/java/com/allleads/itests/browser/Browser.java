package com.allleads.itests.browser;

import com.allleads.itests.browser.Seen.Link;
import com.allleads.itests.outside.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with a profile of its own. Every page that it comes to is held against the {@link HouseRules}; what
 * was found is asked for at the end, so that one run tells all of it.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HEIGHT = 900;

    private final Site site;
    private final Setting setting;
    private final Path profile;
    private final String languages;
    private ChromeDriver driver;
    private final HouseRules rules;
    private Arrival arrival;
    private int pages;

    private Browser(Site site, Setting setting, String languages) {
        this.site = site;
        this.setting = setting;
        this.profile = temporaryFolder();
        this.languages = languages;
        this.rules = new HouseRules(site.address("/"));
        start();
    }

    private void start() {
        driver = driver(Chromium.installed(), setting, profile, languages);
        resize(setting.width());
        tryOut();
    }

    /** Closes the browser and opens it again: what is only for the browser session is gone. */
    void restart() {
        driver.quit();
        start();
    }

    /** A setting that does not hold would prove nothing; and the browser's own first page is none of the site's. */
    private void tryOut() {
        driver.get("data:text/html,<title>quiet</title><script>document.title = 'ran'</script>");
        if (driver.getTitle().equals("ran") == (setting == Setting.WITHOUT_SCRIPTS)) {
            throw new AssertionError("JavaScript is not as " + setting + " says");
        }
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.manage().logs().get(LogType.BROWSER);
    }

    static Browser open(Site site, Setting setting) {
        return new Browser(site, setting, "en");
    }

    /** A browser of somebody who reads other languages first. */
    static Browser open(Site site, Setting setting, String languages) {
        return new Browser(site, setting, languages);
    }

    private static ChromeDriver driver(Chromium chromium, Setting setting, Path profile, String languages) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.binary().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        Map<String, Object> preferences = new HashMap<>();
        preferences.put("intl.accept_languages", languages);
        // 2 blocks.
        if (setting == Setting.WITHOUT_COOKIES) {
            preferences.put("profile.default_content_setting_values.cookies", 2);
        }
        if (setting == Setting.WITHOUT_SCRIPTS) {
            preferences.put("profile.default_content_setting_values.javascript", 2);
        }
        options.setExperimentalOption("prefs", preferences);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    // ---- going somewhere

    /** Enters an address of the site. */
    Arrival go(String path) {
        driver.get(site.address(path).toString());
        return arrive(200);
    }

    /** Enters an address of the site whose page says that something is wrong. */
    Arrival go(String path, int status) {
        driver.get(site.address(path).toString());
        return arrive(status);
    }

    /** Follows a link of the page, which with cookies off is a button. */
    Arrival follow(String path) {
        return click(find(link(path)));
    }

    private static String link(String path) {
        return "a[href='" + path + "'], button[formaction='" + path + "']";
    }

    /** Whether the page leads there. */
    boolean leadsTo(String path) {
        return has(link(path));
    }

    /** Clicks what leads to another page. */
    Arrival click(WebElement element) {
        return click(element, 200);
    }

    /** Clicks what leads to a page with this status. */
    Arrival click(WebElement element, int status) {
        reveal(element);
        element.click();
        return arrive(status);
    }

    /** Submits one of the page's forms that is to be refused, with whatever 4xx fits. */
    Arrival submitRefused(int number) {
        WebElement form = all("main form[method=post]:not(.look)").get(number);
        WebElement button = form.findElement(By.cssSelector("button[type=submit]:not([form])"));
        reveal(button);
        button.click();
        return arrive(came -> came >= 400 && came < 500 ? came : 422);
    }

    /** Opens what the element is folded into, as a person would who looks for it. */
    void reveal(WebElement element) {
        for (WebElement folded : element.findElements(By.xpath("ancestor::details[not(@open)]/summary"))) {
            if (!folded.equals(element)) {
                folded.click();
            }
        }
    }

    /** Looks again at a page on which something is under way until it shows how that ended. */
    void lookAgainUntil(String selector) {
        Awaitility.await(selector)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> {
                    if (!has(selector) && has(".live .again")) {
                        click(find(".live .again > *"));
                    }
                    return has(selector);
                });
    }

    private Arrival arrive(int status) {
        return arrive(came -> status);
    }

    private Arrival arrive(IntUnaryOperator expected) {
        Traffic traffic = new Traffic();
        Awaitility.await("a whole page")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> {
                    traffic.read(driver.manage().logs().get(LogType.PERFORMANCE));
                    return traffic.complete();
                });
        arrival = new Arrival(URI.create(driver.getCurrentUrl()), traffic);
        pages++;
        rules.judge(this, arrival, expected.applyAsInt(arrival.status()));
        return arrival;
    }

    /** From now on the person's cookie may outlive the browser session. */
    void asksToStay() {
        rules.askedToStay();
    }

    // ---- looking

    /** How many pages it came to. */
    int pages() {
        return pages;
    }

    /** The page that is shown. */
    Arrival arrival() {
        return arrival;
    }

    /** Its path and query. */
    String path() {
        URI address = URI.create(driver.getCurrentUrl());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** The only element, or the first, that a selector finds. */
    WebElement find(String selector) {
        List<WebElement> found = all(selector);
        if (found.isEmpty()) {
            throw new AssertionError("no " + selector + " on " + path() + ", which says: " + text());
        }
        return found.get(0);
    }

    /** The form that is sent to a path. */
    FilledForm form(String action) {
        return form(action, "");
    }

    /** The one of several forms that has a part. */
    FilledForm form(String action, String part) {
        String own = "form[method=post][action='" + action + "']";
        return new FilledForm(this, find(part.isEmpty() ? own : own + ":has(" + part + ")"));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    boolean has(String selector) {
        return !all(selector).isEmpty();
    }

    /** Everything that the page says, folded or not. */
    String text() {
        return text(driver.findElement(By.tagName("body")));
    }

    /** Everything that an element says, folded or not. */
    static String text(WebElement element) {
        return element.getDomProperty("textContent").replaceAll("\\s+", " ").strip();
    }

    /** Where the page leads, read at one go, since a part of it may be exchanged at any moment. */
    List<Link> links() {
        List<?> found = (List<?>) driver.executeScript("return Array.from(document.querySelectorAll('a[href]'),"
                + " a => [a.getAttribute('href'), a.getAttribute('rel') || ''])");
        return found.stream()
                .map(List.class::cast)
                .map(link -> new Link((String) link.get(0), (String) link.get(1)))
                .distinct()
                .toList();
    }

    /** The pages of the site to which the page leads. */
    List<String> linksWithin() {
        return links().stream()
                .filter(Link::withinTheSite)
                .map(link -> link.target().split("#")[0])
                .filter(target -> !target.startsWith("/api/"))
                .toList();
    }

    // ---- what a browser knows

    Set<Cookie> cookies() {
        return driver.manage().getCookies();
    }

    /** What the console warns of since it was asked last; advice below a warning is left out. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    Setting setting() {
        return setting;
    }

    ChromeDriver driver() {
        return driver;
    }

    // ---- how it looks

    void resize(int width) {
        driver.manage().window().setSize(new Dimension(Math.max(500, width), HEIGHT));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows the colours that the person prefers, at once: nothing moves meanwhile. */
    void prefer(Scheme scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme.value()),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Forgets what it has fetched, as at a first visit. */
    void forgetCache() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** How wide what is shown is, however wide the window. */
    int contentWidth() {
        return size().get("width").intValue();
    }

    /** The whole page as a PNG. */
    byte[] picture() {
        Map<String, Number> size = size();
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x", 0,
                                        "y", 0,
                                        "width", size.get("width"),
                                        "height", size.get("height"),
                                        "scale", 1)))
                .get("data");
        return Base64.getDecoder().decode((String) data);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Number> size() {
        return (Map<String, Number>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    }

    // ---- the end

    /** What was found wrong on all the way, by page. */
    List<String> findings() {
        return rules.findings();
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("allleads-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
