package com.allleads.api.policy;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Every promise of the policy with its evidence. Safe for use by many threads. */
@ProviderType
public interface Promises {

    /** All promises, in the order of the policy; counted at most a few seconds ago (configurable). */
    List<PromiseReport> reports();

    /** One promise, counted at most a second ago. */
    Optional<PromiseReport> report(String id);
}
