package com.allleads.itests.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.AssumptionViolatedException;

/**
 * The browser of this machine and its driver, as its package manager installed them; nothing is ever downloaded.
 *
 * @param binary the browser
 * @param driver its driver
 */
record Chromium(Path binary, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");

    /**
     * What is installed. Where there is none the test is skipped and says so; with {@code -Dbrowser.required=true} it
     * fails instead.
     */
    static Chromium installed() {
        return find().orElseGet(Chromium::missing);
    }

    private static Chromium missing() {
        String message =
                "No Chromium with its chromedriver was found on the PATH: the pages were not tried in a browser. On"
                        + " Debian: apt-get install chromium chromium-driver";
        if (Boolean.getBoolean("browser.required")) {
            throw new AssertionError(message);
        }
        throw new AssumptionViolatedException(message);
    }

    private static Optional<Chromium> find() {
        return first(BROWSERS).flatMap(binary -> first(DRIVERS).map(driver -> new Chromium(binary, driver)));
    }

    private static Optional<Path> first(List<String> names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return names.stream()
                .flatMap(name ->
                        Stream.concat(folders.stream(), Stream.of("/usr/bin")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
