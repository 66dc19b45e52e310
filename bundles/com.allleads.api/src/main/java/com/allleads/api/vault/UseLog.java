package com.allleads.api.vault;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The uses that were written down, for checks of promises. Safe for use by many threads; may take seconds. */
@ProviderType
public interface UseLog {

    /** The uses for a purpose since a time, as one for each person and decision. */
    List<Uses> since(String purpose, Instant since);

    /**
     * Uses of one person's data on one ground.
     *
     * @param person whose data
     * @param receipt the receipt of the decision that they stood on, where they stood on one
     * @param first the first of them
     * @param count how many
     */
    record Uses(PersonId person, Optional<String> receipt, Instant first, long count) {}
}
