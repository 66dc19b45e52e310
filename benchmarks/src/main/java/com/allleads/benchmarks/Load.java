package com.allleads.benchmarks;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How fast something went when many did it at once.
 *
 * @param count how often
 * @param perSecond how often in a second
 * @param median of the times that one took, in microseconds
 * @param p99 what 99 of 100 did not exceed
 */
record Load(long count, double perSecond, long median, long p99) {

    private static final int MOST_TIMES = 1 << 20;

    /**
     * Lets callers do something again and again.
     *
     * @param once is told which caller calls
     */
    static Load of(int callers, int seconds, IntConsumer once) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try {
            long[] times = IntStream.range(0, callers)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> call(caller, end, once), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .toArray();
            double elapsed = (System.nanoTime() - begin) / 1e9;
            return new Load(
                    times.length, times.length / elapsed, times[times.length / 2], times[(int) (times.length * 0.99)]);
        } finally {
            threads.shutdown();
        }
    }

    private static long[] call(int caller, long end, IntConsumer once) {
        long[] times = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end && count < MOST_TIMES; count++) {
            once.accept(caller);
            long after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = TimeUnit.NANOSECONDS.toMicros(after - now);
            now = after;
        }
        return Arrays.copyOf(times, count);
    }
}
