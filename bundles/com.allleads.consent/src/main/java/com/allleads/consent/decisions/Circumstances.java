package com.allleads.consent.decisions;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What holds when people decide.
 *
 * @param policyVersion the version of the policy in force; 0 where none was published yet
 * @param terms the digest of the kept terms, by purpose
 * @param validity how long a yes holds; zero where it holds until it is taken back
 */
public record Circumstances(int policyVersion, Map<String, String> terms, Period validity) {

    /** When a yes that is given now ends. */
    Optional<Instant> validUntil(Instant now) {
        return validity.isZero()
                ? Optional.empty()
                : Optional.of(now.atZone(ZoneOffset.UTC).plus(validity).toInstant());
    }
}
