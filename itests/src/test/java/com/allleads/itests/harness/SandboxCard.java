package com.allleads.itests.harness;

import java.util.Random;

/** The cards of the sandbox, each with a way of its own, and how often a client uses it. */
enum SandboxCard {
    VISA("tok_visa", 66),
    DECLINED("tok_declined", 8),
    SLOW("tok_slow", 9),
    TIMEOUT("tok_timeout", 3),
    PENDING("tok_pending", 11),
    LOST("tok_lost", 3);

    private final String token;
    private final int percent;

    SandboxCard(String token, int percent) {
        this.token = token;
        this.percent = percent;
    }

    String token() {
        return token;
    }

    static SandboxCard drawn(Random random) {
        int drawn = random.nextInt(100);
        for (SandboxCard card : values()) {
            drawn -= card.percent;
            if (drawn < 0) {
                return card;
            }
        }
        throw new AssertionError("percentages");
    }
}
