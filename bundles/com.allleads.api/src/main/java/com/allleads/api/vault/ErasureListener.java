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

    /**
     * The person's key is destroyed. Called inside the transaction that marks the person as erased, so that everything that
     * follows is written with it or not at all; what must not be in a transaction is stored here as due and done later.
     * After an exception everything is tried again, until it succeeds once.
     *
     * @param person who was erased
     * @param at when
     */
    void erased(PersonId person, Instant at);
}
