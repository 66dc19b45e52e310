package com.allleads.itests.harness;

import java.util.concurrent.TimeUnit;

/** Lets time pass that the seed decided. */
final class Pause {

    private Pause() {}

    static void millis(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
