package com.allleads.api.registration;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who has an account, for what concerns everybody. Safe for use by many threads; reads see what is committed. */
@ProviderType
public interface AccountDirectory {

    /**
     * People with an active account, in the order of their identifiers.
     *
     * @param after goes on behind this one; empty from the first
     * @param limit how many at most, 1 to 1000
     */
    List<PersonId> active(Optional<PersonId> after, int limit);

    /** When each of the people registered; those without an account are left out. */
    Map<PersonId, Instant> registeredAt(Collection<PersonId> people);
}
