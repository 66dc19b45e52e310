package com.allleads.billing.promises;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Counts anew only so often that it takes at most a twentieth of the time: what is quick is counted each time, what takes a
 * minute every twenty. What was found broken is counted anew each time.
 */
final class Recount<T> {

    private static final int SHARE = 20;

    private final Supplier<T> count;
    private final Predicate<T> good;
    private T last;
    private long took;
    private long ended;

    Recount(Supplier<T> count, Predicate<T> good) {
        this.count = count;
        this.good = good;
    }

    synchronized T get() {
        long start = System.nanoTime();
        if (last == null || !good.test(last) || start - ended >= SHARE * took) {
            last = count.get();
            ended = System.nanoTime();
            took = ended - start;
        }
        return last;
    }
}
