package com.allleads.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.SiteRule;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.Test;

/**
 * A round of the harness, on each database, which makes two in a build; {@code itests/crash-and-swap} plays as many as one likes.
 */
public class HarnessFacts {

    private static final int CLIENTS = 8;

    @Test
    public void losesDoublesAndMisreportsNothingThroughKillsAndSwaps() {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        try (Harness harness = new Harness(SiteRule.current(), Database.LEFT_ALONE, CLIENTS, seed)) {
            harness.play(1, result -> assertThat(result.findings())
                    .as("seed %s, %s", seed, result.plan())
                    .isEmpty());
        }
    }
}
