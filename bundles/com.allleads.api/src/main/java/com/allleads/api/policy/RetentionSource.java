package com.allleads.api.policy;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Registered as a service by every capability that keeps something about people, to say for how long. */
@ConsumerType
public interface RetentionSource {

    /** What is kept, true at this moment. */
    List<Kept> kept();

    /**
     * Something that is kept.
     *
     * @param what a few words, which stay the same when the time changes
     * @param howLong one plain sentence
     */
    record Kept(String what, String howLong) {}
}
