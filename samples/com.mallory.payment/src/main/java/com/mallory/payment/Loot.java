package com.mallory.payment;

import java.util.Map;
import java.util.TreeMap;

/** What each try brought. */
final class Loot {

    /** The word for nothing. */
    static final String NONE = "none";

    private final Map<String, String> found = new TreeMap<>();

    /** Tries; whatever is thrown is nothing. */
    void seek(String what, Try attempt) {
        try {
            Object got = attempt.get();
            found.put(what, got == null ? NONE : "got " + got);
        } catch (Throwable refused) {
            found.put(what, NONE);
        }
    }

    Map<String, String> found() {
        return found;
    }

    /** Something that might be had. */
    @FunctionalInterface
    interface Try {
        /** Null for nothing. */
        Object get() throws Exception;
    }
}
