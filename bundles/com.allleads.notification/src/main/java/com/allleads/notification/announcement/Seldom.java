package com.allleads.notification.announcement;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** A figure that is counted anew only once twenty times as long went by as counting it took, and never once it is final. */
final class Seldom<T> {

    private static final int TIMES = 20;

    private final Supplier<T> count;
    private final Predicate<T> isFinal;
    private T last;
    private long took;
    private long ended;

    Seldom(Supplier<T> count, Predicate<T> isFinal) {
        this.count = count;
        this.isFinal = isFinal;
    }

    synchronized T get() {
        long now = System.nanoTime();
        if (last == null || (!isFinal.test(last) && now - ended >= TIMES * took)) {
            last = count.get();
            ended = System.nanoTime();
            took = ended - now;
        }
        return last;
    }
}
