package com.allleads.api.consent;

import com.allleads.api.person.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where people stand, from memory: for what is asked many times a second, such as clear gifs and tailored pages. What reads
 * personal data or sends it asks {@link Consent}. Safe for use by many threads.
 */
@ProviderType
public interface CachedConsent {

    /**
     * {@link Consent#allows} as it was at most a second ago. What was decided on this node counts at once, what was decided
     * on another within a second; where that cannot be kept, because the database does not answer, it is read fresh.
     *
     * @return false, as {@code allows}, where the purpose is not known
     */
    boolean standing(PersonId person, String purpose);
}
