package com.allleads.itests.inside;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what happens by itself, and says what was still wrong when it didn't. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 100;

    private Patience() {}

    /**
     * Asks again and again.
     *
     * @param what is expected
     * @param wrong what is still wrong; empty where nothing is
     */
    static void until(String what, Supplier<Optional<String>> wrong) {
        Instant deadline = Instant.now().plus(LIMIT);
        Optional<String> last = wrong.get();
        while (last.isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(what + ": not within " + LIMIT.toSeconds() + " s; " + last.get());
            }
            pause();
            last = wrong.get();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
