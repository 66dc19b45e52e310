package com.allleads.api.readiness;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by whoever can be up and yet not ready. Bundles that are not started and components with
 * unsatisfied references are found without it.
 */
@ConsumerType
public interface ReadinessCheck {

    /**
     * What is missing, as one plain sentence that names the fix; empty when ready. Called often and by many threads, so it
     * must be quick.
     */
    Optional<String> missing();
}
