package com.allleads.itests.outside;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.rules.ExternalResource;

/** Starts one platform for a whole suite, and stops it at the end. Its facts find it by {@link #current()}. */
final class SiteRule extends ExternalResource {

    private static Site current;

    private final String name;
    private final Supplier<Map<String, String>> database;

    SiteRule(String name, Supplier<Map<String, String>> database) {
        this.name = name;
        this.database = database;
    }

    static Site current() {
        return current;
    }

    @Override
    protected void before() {
        current = Site.start(name, database.get());
    }

    @Override
    protected void after() {
        if (current != null) {
            current.stop();
        }
    }
}
