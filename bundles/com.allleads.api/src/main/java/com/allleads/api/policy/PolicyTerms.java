package com.allleads.api.policy;

import com.allleads.api.person.PersonId;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Under which version of the policy people stand (promise {@code policy.changes}). Read fresh from the database each time.
 * Safe for use by many threads; joins the caller's transaction where there is one.
 */
@ProviderType
public interface PolicyTerms {

    /** The number of the version in force, from 1; 0 where none was published yet. */
    int inForce();

    /**
     * The version that added the purpose or last changed what is said of it: its text, its basis, the fields that it reads.
     *
     * @return 0 where it is as in the first version, which holds for everybody, and for a purpose that no version names
     */
    int since(String purpose);

    /**
     * The latest version that each of the people accepted, or registered under.
     *
     * @return every one of the people; 0 where it is neither
     */
    Map<PersonId, Integer> accepted(Collection<PersonId> people);
}
