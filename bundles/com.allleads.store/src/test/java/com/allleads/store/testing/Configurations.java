package com.allleads.store.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Configurations as declarative services deliver them. */
public final class Configurations {

    private Configurations() {}

    /** Some keys configured, each by the name of its method; every other one is at its default. */
    public static <C> C with(Class<C> type, Map<String, ?> values) {
        return read(
                type,
                method ->
                        values.containsKey(method.getName()) ? values.get(method.getName()) : method.getDefaultValue());
    }

    /**
     * For each key that is a whole number, a configuration in which it cannot be read, as when it is written in words: reading
     * fails with what does not name the key.
     */
    public static <C> Map<String, C> withoutNumber(Class<C> type) {
        Map<String, C> configurations = new TreeMap<>();
        Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getReturnType() == int.class || method.getReturnType() == long.class)
                .forEach(broken -> configurations.put(key(broken), read(type, method -> {
                    if (method.equals(broken)) {
                        throw new NumberFormatException();
                    }
                    return method.getDefaultValue();
                })));
        return configurations;
    }

    private static String key(Method method) {
        return method.getName().replace("$_$", "-").replace('_', '.');
    }

    private static <C> C read(Class<C> type, Function<Method, Object> keys) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> keys.apply(method)));
    }
}
