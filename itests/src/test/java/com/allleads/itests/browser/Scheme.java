package com.allleads.itests.browser;

/** The colours that somebody prefers. */
enum Scheme {
    LIGHT,
    DARK;

    String value() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
