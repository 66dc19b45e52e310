package com.allleads.api.registration;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by every capability that has something to do once a person deactivated their account. Whoever is away
 * at that moment is not told later, and looks at {@link Accounts#deactivated} when it is back.
 */
@ConsumerType
public interface DeactivationListener {

    /**
     * A person deactivated their account. Called in the transaction in which that is stored: an exception undoes it, and what
     * must not be in a transaction is stored here as due and done later.
     *
     * @param person who
     * @param at when
     */
    void deactivated(PersonId person, Instant at);
}
