package com.allleads.api.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Roughly what somebody signed in with, so that they can tell their devices apart: the kind of browser and of system, of what
 * a browser says about itself. Nothing more of it is looked at or kept.
 *
 * @param browser the kind of browser
 * @param system the kind of system
 */
public record Device(Browser browser, Platform system) {

    /** What nothing is known of. */
    public static final Device UNKNOWN = new Device(Browser.OTHER, Platform.OTHER);

    /** Kinds of browsers, those first that others pretend to be last. */
    public enum Browser {
        /** Microsoft Edge. */
        EDGE("Edge", "edg/|edga/|edgios/"),
        /** Opera. */
        OPERA("Opera", "opr/|opera"),
        /** Samsung Internet. */
        SAMSUNG("Samsung Internet", "samsungbrowser/"),
        /** Mozilla Firefox. */
        FIREFOX("Firefox", "firefox/|fxios/"),
        /** Google Chrome, and what does not say that it is something else. */
        CHROME("Chrome", "chrome/|crios/|chromium/"),
        /** Apple Safari. */
        SAFARI("Safari", "safari/"),
        /** A program, or a browser that is not known here. */
        OTHER("", "");

        private final String label;
        private final String marks;

        Browser(String label, String marks) {
            this.label = label;
            this.marks = marks;
        }

        private boolean isIn(String agent) {
            return isAnyIn(marks, agent);
        }
    }

    /** Kinds of systems, those first that others pretend to be last. */
    public enum Platform {
        /** iPhones and iPads that say so. */
        IOS("iOS", "iphone|ipad|ipod"),
        /** Android. */
        ANDROID("Android", "android"),
        /** Microsoft Windows. */
        WINDOWS("Windows", "windows"),
        /** Apple's computers. */
        MACOS("macOS", "macintosh|mac os x"),
        /** Chromebooks. */
        CHROMEOS("ChromeOS", "cros "),
        /** Linux. */
        LINUX("Linux", "linux|x11"),
        /** Anything else. */
        OTHER("", "");

        private final String label;
        private final String marks;

        Platform(String label, String marks) {
            this.label = label;
            this.marks = marks;
        }

        private boolean isIn(String agent) {
            return isAnyIn(marks, agent);
        }
    }

    /** What a {@code User-Agent} header tells; null where none came. */
    public static Device of(String userAgent) {
        if (userAgent == null) {
            return UNKNOWN;
        }
        String agent = userAgent.toLowerCase(Locale.ROOT);
        return new Device(
                Arrays.stream(Browser.values())
                        .filter(browser -> browser.isIn(agent))
                        .findFirst()
                        .orElse(Browser.OTHER),
                Arrays.stream(Platform.values())
                        .filter(system -> system.isIn(agent))
                        .findFirst()
                        .orElse(Platform.OTHER));
    }

    private static boolean isAnyIn(String marks, String agent) {
        return !marks.isEmpty() && Stream.of(marks.split("\\|")).anyMatch(agent::contains);
    }

    /** The browser's name, where it is one that is known. */
    public Optional<String> browserName() {
        return Optional.of(browser.label).filter(name -> !name.isEmpty());
    }

    /** The system's name, where it is one that is known. */
    public Optional<String> systemName() {
        return Optional.of(system.label).filter(name -> !name.isEmpty());
    }
}
