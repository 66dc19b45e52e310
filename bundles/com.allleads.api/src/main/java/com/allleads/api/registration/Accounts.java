package com.allleads.api.registration;

import com.allleads.api.person.PersonId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of people. Safe for use by many threads; reads see what is committed. */
@ProviderType
public interface Accounts {

    /** Where an account stands. */
    enum Status {
        /** Registered; the PIN of the welcome message was not entered yet. */
        UNVERIFIED,
        /** May use the services. */
        ACTIVE,
        /** Deactivated by the person; may not sign in, gets no messages. */
        DEACTIVATED
    }

    /** The status of a person's account, where they have one. */
    Optional<Status> status(PersonId person);

    /**
     * Whether a person may use the services, for what is done with a request of somebody who is signed in: remembered for a moment,
     * see {@link com.allleads.api.store.RememberingLookup}. Whoever deactivates on this node is noticed at once.
     */
    default boolean active(PersonId person) {
        return status(person).filter(Status.ACTIVE::equals).isPresent();
    }

    /** Those among the people who have an account, whatever its status. */
    Set<PersonId> registered(Collection<PersonId> people);

    /** Those among the people whose account is deactivated. */
    Set<PersonId> deactivated(Collection<PersonId> people);

    /**
     * The language in which the site writes to a person: the one in which they registered.
     *
     * @return a tag of BCP 47, as in {@code es}; English for whoever has no account
     */
    String language(PersonId person);

    /** Whether this is the person's password; slow on purpose. */
    boolean passwordMatches(PersonId person, String password);
}
