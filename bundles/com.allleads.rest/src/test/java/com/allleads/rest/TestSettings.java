package com.allleads.rest;

import com.allleads.rest.testing.Settings;
import java.util.Map;

/** Settings for tests, as they are after the configuration was delivered. */
public final class TestSettings {

    private TestSettings() {}

    /** Some keys configured; each by the name of its method. */
    public static RestSettings of(Map<String, ?> values) {
        return new RestSettings(Settings.with(values));
    }

    /** Delivers another configuration. */
    public static void change(RestSettings settings, Map<String, ?> values) {
        settings.modified(Settings.with(values));
    }
}
