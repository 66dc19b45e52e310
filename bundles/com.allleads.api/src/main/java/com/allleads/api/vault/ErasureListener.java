package com.allleads.api.vault;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by every capability that has something to do once a person is erased: end their sessions, mark
 * their account, pay back what is left. What was sealed with the person's key needs nothing: it is unreadable.
 */
@ConsumerType
public interface ErasureListener {

    /** The capability, as in {@code billing}: whom was told is remembered by this name. */
    String capability();

    /**
     * The person's key is destroyed. Called in a transaction of its own, in which it is also noted that this capability was
     * told; what must not be in a transaction is stored here as due and done later. After an exception, and when the
     * capability was away at the time, it is told again later, until it returned once. A capability that is installed for
     * the first time is told of all earlier erasures.
     *
     * @param person who was erased
     * @param at when
     */
    void erased(PersonId person, Instant at);
}
