package com.allleads.itests.harness;

import java.util.Map;

/** What the platform stores its tables in, as far as the harness can kill it apart from the platform. */
interface Database {

    /** Embedded in the platform and killed with it, or one that others use too. */
    Database LEFT_ALONE = new Database() {};

    /** What an operator sets so that the platform runs on it. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Whether there is a process to kill. */
    default boolean canBeKilled() {
        return false;
    }

    /** Ends it at once, as a power cut would. */
    default void kill() {
        throw new UnsupportedOperationException("it is left alone");
    }

    /** Starts it again. */
    default void start() {
        throw new UnsupportedOperationException("it is left alone");
    }
}
