package com.allleads.api.portal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the operators' dashboard that a capability brings. Register it as a service; it is shown until the service goes.
 * A panel shows counts, never anything about a person. Implementations are safe for use by many threads and answer within
 * some milliseconds; one that fails is shown as unavailable, and the others stay.
 */
@ConsumerType
public interface Panel {

    /**
     * Where it stands and what it is called; constant while the service is registered.
     *
     * @param title the key of its title among the texts beside its class
     * @param rank smaller ones come first
     * @param path the page with more about it; one that is not installed is not linked
     */
    record Info(String title, int rank, String path) {}

    /** Where it stands. */
    Info info();

    /** What it shows at this moment. */
    PageAnswer.Show show(PageRequest request);
}
