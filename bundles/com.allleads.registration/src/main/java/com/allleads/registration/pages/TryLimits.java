package com.allleads.registration.pages;

import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimiter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The limits that pages share with REST. Where nobody counts by address, those that every account has of its own still hold:
 * the tries of a PIN and of a password.
 */
@Component(service = TryLimits.class)
public final class TryLimits {

    static final String REGISTRATION = "registration";
    static final String PIN = "pin";
    static final String SIGN_IN = "sign-in";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RateLimiter limiter;

    /**
     * Counts one try.
     *
     * @throws com.allleads.api.rest.ProblemException 429 where it is one too many
     */
    void count(String limit, PageRequest request) {
        RateLimiter counting = limiter;
        if (counting != null && !counting.allow(limit, request.client())) {
            throw Problem.of(
                            429,
                            "too-many-tries",
                            "That was tried too often.",
                            "Wait a few minutes, then try again. Nothing was done.")
                    .exception();
        }
    }
}
