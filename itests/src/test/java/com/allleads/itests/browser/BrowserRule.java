package com.allleads.itests.browser;

import org.junit.rules.ExternalResource;

/** Skips a suite, or fails it, before anything is started for it where there is no browser. */
final class BrowserRule extends ExternalResource {

    @Override
    protected void before() {
        Chromium.installed();
    }
}
