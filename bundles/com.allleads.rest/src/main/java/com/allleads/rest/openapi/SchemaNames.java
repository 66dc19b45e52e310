package com.allleads.rest.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names of schemas. Records of resources are called after both, so that an {@code Item} of one is not taken for that of
 * another; should two be called alike all the same, the later one gets a number.
 */
final class SchemaNames extends TypeNameResolver {

    private static final String SUFFIX = "Resource";

    private final Map<String, Class<?>> taken = new HashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = plain(type);
        int number = 1;
        String unique = name;
        while (taken.computeIfAbsent(unique, unknown -> type) != type) {
            number++;
            unique = name + number;
        }
        return unique;
    }

    /** The name of a resource without what all of them are called. */
    static String ofResource(Class<?> type) {
        String name = type.getSimpleName();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static String plain(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        if (owner == null) {
            return type.getSimpleName();
        }
        String own = type.getSimpleName();
        String prefix = ofResource(owner);
        return own.startsWith(prefix) ? own : prefix + own;
    }
}
