package com.allleads.api.consent;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it was recorded.
 *
 * @param receipt the id of its receipt
 * @param person who decided
 * @param purpose about what
 * @param granted whether they agreed
 * @param textDigest the digest of the text that they saw
 * @param occasion where and how they were asked
 * @param decidedAt when
 * @param changedAt when the same person next decided about the same purpose; empty where this is the latest
 * @param policyVersion the version of the policy in force then; 0 where none was published yet
 * @param validUntil when a yes ends by itself; empty where it holds until it is taken back, and for a no
 */
public record Decision(
        String receipt,
        PersonId person,
        String purpose,
        boolean granted,
        String textDigest,
        Occasion occasion,
        Instant decidedAt,
        Optional<Instant> changedAt,
        int policyVersion,
        Optional<Instant> validUntil) {

    /** A decision from before the policy had versions, which holds until it is taken back. */
    public Decision(
            String receipt,
            PersonId person,
            String purpose,
            boolean granted,
            String textDigest,
            Occasion occasion,
            Instant decidedAt,
            Optional<Instant> changedAt) {
        this(receipt, person, purpose, granted, textDigest, occasion, decidedAt, changedAt, 0, Optional.empty());
    }
}
