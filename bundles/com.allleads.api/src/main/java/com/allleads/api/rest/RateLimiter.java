package com.allleads.api.rest;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The limits behind {@link RateLimited}, for pages, which do the same things by another way and share the same limits. Safe
 * for use by many threads.
 */
@ProviderType
public interface RateLimiter {

    /**
     * Counts one try.
     *
     * @param limit the limit's name, as in {@link RateLimited#value()}
     * @param client who tries: the client's address as the platform saw it
     * @return whether it is within the limit
     */
    boolean allow(String limit, String client);

    /**
     * How long a client has to wait for their next try; zero where it is within the limit now. Counts nothing: for limits on
     * what fails alone.
     *
     * @param limit the limit's name
     * @param client who would try
     */
    Duration delay(String limit, String client);
}
