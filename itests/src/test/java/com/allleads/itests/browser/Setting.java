package com.allleads.itests.browser;

/** How somebody has set up their browser. */
enum Setting {
    /** A wide window, with cookies and JavaScript. */
    ORDINARY(1280),
    /** No cookie is kept: the session comes along in forms. */
    WITHOUT_COOKIES(1280),
    /** No JavaScript runs. */
    WITHOUT_SCRIPTS(1280),
    /** The narrowest screen that pages must fit. */
    SMALL_SCREEN(320);

    private final int width;

    Setting(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }
}
