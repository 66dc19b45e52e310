package com.allleads.policy.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins what the checks of one promise counted: broken if one says so, kept only if every needed capability says so. */
final class Verdict {

    private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

    private Verdict() {}

    static Evidence of(Promise promise, Map<String, List<PromiseCheck>> installed) {
        List<String> absent = promise.keptBy().stream()
                .filter(capability -> !installed.containsKey(capability))
                .toList();
        List<Evidence> counted = installed.values().stream()
                .flatMap(List::stream)
                .map(check -> count(promise, check))
                .toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        counted.forEach(evidence -> counts.putAll(evidence.counts()));
        List<String> notes =
                new ArrayList<>(counted.stream().map(Evidence::note).toList());
        if (!absent.isEmpty()) {
            notes.add("No evidence comes from " + String.join(", ", absent) + ".");
        }
        return new Evidence(state(counted, absent), counts, String.join(" ", notes));
    }

    private static PromiseState state(List<Evidence> counted, List<String> absent) {
        if (counted.stream().anyMatch(evidence -> evidence.state() == PromiseState.BROKEN)) {
            return PromiseState.BROKEN;
        }
        boolean proven = absent.isEmpty()
                && !counted.isEmpty()
                && counted.stream().allMatch(evidence -> evidence.state() == PromiseState.KEPT);
        return proven ? PromiseState.KEPT : PromiseState.UNPROVEN;
    }

    private static Evidence count(Promise promise, PromiseCheck check) {
        try {
            return check.count();
        } catch (RuntimeException e) {
            LOG.warn("The check {} of promise {} failed", check.getClass().getName(), promise.id(), e);
            return Evidence.unproven("The evidence could not be counted.");
        }
    }
}
