package com.allleads.api.policy;

import java.time.Instant;
import java.util.Map;

/**
 * A promise and where it stands.
 *
 * @param id stable
 * @param text what people are told
 * @param state where it stands
 * @param evidence the counts
 * @param note what they mean
 * @param checkedAt when they were counted
 */
public record PromiseReport(
        String id, String text, PromiseState state, Map<String, Long> evidence, String note, Instant checkedAt) {}
