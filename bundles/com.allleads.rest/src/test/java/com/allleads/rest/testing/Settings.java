package com.allleads.rest.testing;

import com.allleads.rest.RestConfiguration;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as they arrive from an installation, with every key but those named at its default. */
public final class Settings {

    private Settings() {}

    /** Nothing configured. */
    public static RestConfiguration defaults() {
        return with(Map.of());
    }

    /** Some keys configured; each by the name of its method. */
    public static RestConfiguration with(Map<String, ?> values) {
        return (RestConfiguration) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {RestConfiguration.class},
                (self, method, arguments) -> {
                    Object value = values.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                });
    }
}
