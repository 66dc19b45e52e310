package com.allleads.api.consent;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a capability to declare the purposes that it follows. A purpose is known as long as its source
 * is registered; one that is not known is refused, whatever people decided.
 */
@ConsumerType
public interface PurposeSource {

    /** The purposes, in the order in which people should see them; constant while the service is registered. */
    List<Purpose> purposes();
}
