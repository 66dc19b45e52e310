package com.allleads.api.billing;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Money of prepaid balances that is set aside: promotional credit first, as in a charge. A hold ends once: by capture, by release
 * or when it expires, whichever is written first. Safe for use by many threads; the writes are group-committed and are refused
 * inside a JTA transaction. Every call may be repeated with the same values after a failure whose outcome is not known.
 */
@ProviderType
public interface PrepaidHolds {

    /**
     * Sets money aside.
     *
     * @throws IllegalStateException inside a JTA transaction
     * @throws com.allleads.api.store.StoreException where it is not known whether it was set aside: try again
     */
    HoldAnswer hold(Hold hold);

    /**
     * Pays what was set aside, promotional credit first, and lets the rest come back to the balance.
     *
     * @param key the hold's
     * @param amount positive, at most what is held
     * @throws IllegalStateException inside a JTA transaction
     * @throws com.allleads.api.store.StoreException where it is not known whether it was paid: try again
     */
    HoldEnd capture(String key, Money amount);

    /**
     * Lets all of it come back to the balance.
     *
     * @param key the hold's
     * @param reason what stands in the statement, at most 200 characters, nothing personal
     * @throws IllegalStateException inside a JTA transaction
     * @throws com.allleads.api.store.StoreException where it is not known whether it came back: try again
     */
    HoldEnd release(String key, String reason);

    /** The hold with this key, whatever became of it. */
    Optional<HeldMoney> find(String key);

    /**
     * A person's holds, newest first, open or not.
     *
     * @param before the cursor of the part before; empty for the newest
     */
    Slice<HeldMoney> of(PersonId person, int limit, Optional<String> before);
}
