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

    /**
     * People with an active account that has been active since a time or longer, in the order of their identifiers. Whoever
     * enters their PIN is active from a moment on that lies before the commit of it, by the clock of their node.
     *
     * @param since the account was active at that time already
     * @param after goes on behind this one; empty from the first
     * @param limit how many at most, 1 to 1000
     */
    List<PersonId> activeSince(Instant since, Optional<PersonId> after, int limit);

    /** How many people have an active account. Reads through all accounts, so not to be asked with every request. */
    long countActive();

    /**
     * When each of the people deactivated their account, or was erased where that came first; those who did not are left out. Of
     * an account that was deactivated before this was noted, the time at which it was registered.
     */
    Map<PersonId, Instant> deactivatedAt(Collection<PersonId> people);

    /**
     * In which language the site writes to each of the people, as {@link Accounts#language} says it; those without an account are
     * left out.
     *
     * @return tags of BCP 47, as in {@code es}
     */
    Map<PersonId, String> languages(Collection<PersonId> people);

    /** When each of the people registered; those without an account are left out. */
    Map<PersonId, Instant> registeredAt(Collection<PersonId> people);
}
