package com.allleads.api.policy;

import org.osgi.annotation.versioning.ConsumerType;

/** Registered as a service by whoever protects data, so that the privacy page lists the measures in force. */
@ConsumerType
public interface SecurityMeasure {

    /** One plain sentence for people, true at this moment. */
    String sentence();
}
