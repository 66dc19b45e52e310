package com.allleads.api.policy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Counts the evidence of one promise from live data. Registered as a service by the capability that keeps the promise; a
 * promise without a check is unproven. Where several checks serve one promise, it is kept only if all say so.
 */
@ConsumerType
public interface PromiseCheck {

    /** The promise's id, as in {@code choice.opt-in}. */
    String promise();

    /**
     * Counts. Called from one thread at a time, outside a transaction; may take seconds.
     *
     * @return what was counted; an exception counts as unproven
     */
    Evidence count();
}
