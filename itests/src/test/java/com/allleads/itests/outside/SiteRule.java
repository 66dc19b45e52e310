package com.allleads.itests.outside;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.rules.ExternalResource;

/**
 * Starts one platform for a whole suite, and stops it at the end, unless one runs already that the tests are to use. Its
 * facts find it by {@link #current()}.
 */
public final class SiteRule extends ExternalResource {

    private static Site current;
    private static boolean started;

    private final String name;
    private final Supplier<Map<String, String>> database;

    public SiteRule(String name, Supplier<Map<String, String>> database) {
        this.name = name;
        this.database = database;
    }

    public static Site current() {
        return current;
    }

    @Override
    protected void before() {
        started = Site.alreadyRunning().isEmpty();
        current = Site.alreadyRunning().orElseGet(() -> Site.start(name, database.get()));
    }

    @Override
    protected void after() {
        if (started && current != null) {
            current.stop();
        }
    }
}
