package com.allleads.notification.dispatch;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next try. */
final class Pauses {

    private static final List<Duration> AFTER_FAILURES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    /** A channel may ask for more than the usual pause, but not for ever. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private Pauses() {}

    /**
     * After a failure.
     *
     * @param failures how many there were, this one included
     * @param wish what the channel asked for
     */
    static Duration afterFailure(int failures, Duration wish) {
        Duration usual = AFTER_FAILURES.get(Math.min(failures, AFTER_FAILURES.size()) - 1);
        Duration granted = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return granted.compareTo(usual) > 0 ? granted : usual;
    }

    /** Before looking again for what a message waits for: as long as it is old, so that old ones cost little. */
    static Duration whileWaiting(Duration age) {
        if (age.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return age.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : age;
    }
}
