package com.allleads.itests.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What happens in a round.
 *
 * @param swaps in order
 * @param killAfter how many of them are over when the next one begins, in which the kill comes
 * @param killDelayMillis how long after that beginning
 * @param kill who is killed
 */
record Plan(List<Step> swaps, int killAfter, int killDelayMillis, Kill kill) {

    /** As many as a round completes, and the one into which the kill comes. */
    private static final int SWAPS = 5;

    private static final int LONGEST_PAUSE = 900;
    private static final int LONGEST_GAP = 1500;
    private static final int LATEST_KILL = 4000;

    /**
     * A swap.
     *
     * @param swap what
     * @param pauseMillis before it
     * @param gapMillis how long the bundle is away
     */
    record Step(Swap swap, int pauseMillis, int gapMillis) {}

    /** The next plan; one and the same seed always makes the same ones. */
    static Plan next(Random random, boolean databaseToo) {
        List<Step> swaps = new ArrayList<>();
        for (int i = 0; i < SWAPS; i++) {
            swaps.add(new Step(swap(random), random.nextInt(LONGEST_PAUSE), random.nextInt(LONGEST_GAP)));
        }
        return new Plan(swaps, random.nextInt(SWAPS), random.nextInt(LATEST_KILL), kill(random, databaseToo));
    }

    private static Swap swap(Random random) {
        int drawn = random.nextInt(
                Arrays.stream(Swap.values()).mapToInt(Swap::weight).sum());
        for (Swap swap : Swap.values()) {
            drawn -= swap.weight();
            if (drawn < 0) {
                return swap;
            }
        }
        throw new AssertionError("weights");
    }

    private static Kill kill(Random random, boolean databaseToo) {
        int drawn = random.nextInt(10);
        if (!databaseToo || drawn < 6) {
            return Kill.PLATFORM;
        }
        return drawn < 8 ? Kill.DATABASE : Kill.BOTH;
    }
}
