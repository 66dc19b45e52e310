package com.allleads.api.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check counted.
 *
 * @param state what follows from the counts
 * @param counts what was counted, by plain names, as in {@code ordersByUnregistered}; in the order in which they are shown
 * @param note one sentence that says what the counts mean, or why there is no proof
 */
public record Evidence(PromiseState state, Map<String, Long> counts, String note) {

    /** Copies the counts and keeps their order. */
    public Evidence {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /**
     * The usual evidence: kept as long as nothing was found that breaks the promise.
     *
     * @param violation the name of the count that must be zero
     * @param violations how many were found
     * @param base the name of what was looked through
     * @param looked how many were looked through
     * @param note what the counts mean
     */
    public static Evidence none(String violation, long violations, String base, long looked, String note) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(violation, violations);
        counts.put(base, looked);
        return new Evidence(violations == 0 ? PromiseState.KEPT : PromiseState.BROKEN, counts, note);
    }

    /** No proof either way. */
    public static Evidence unproven(String why) {
        return new Evidence(PromiseState.UNPROVEN, Map.of(), why);
    }
}
