package com.allleads.rest.testing;

import com.allleads.rest.RestConfiguration;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Configurations as they arrive from an installation, with every key but those named at its default. */
public final class Settings {

    private Settings() {}

    /** Some keys configured; each by the name of its method. */
    public static RestConfiguration with(Map<String, ?> values) {
        return read(method ->
                values.containsKey(method.getName()) ? values.get(method.getName()) : method.getDefaultValue());
    }

    /** A key whose value cannot be converted, as when a number is written in words. */
    public static RestConfiguration unreadable(String key) {
        return read(method -> {
            if (method.getName().equals(key)) {
                throw new NumberFormatException();
            }
            return method.getDefaultValue();
        });
    }

    private static RestConfiguration read(Function<Method, Object> keys) {
        return (RestConfiguration) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {RestConfiguration.class},
                (self, method, arguments) -> keys.apply(method));
    }
}
