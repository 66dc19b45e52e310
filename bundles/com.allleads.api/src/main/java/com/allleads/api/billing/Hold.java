package com.allleads.api.billing;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import org.joda.money.Money;

/**
 * Money to be set aside until it is known whether it is owed.
 *
 * @param key names the hold; unique over the platform, 1 to 56 characters: the order's id
 * @param person whose balance
 * @param amount positive, in the balance's currency
 * @param reason what stands in the statement, at most 200 characters, nothing personal
 * @param expires when it comes back to the balance unless it was captured or released before; the platform does it within
 *     seconds, or once it runs again
 */
public record Hold(String key, PersonId person, Money amount, String reason, Instant expires) {

    /** Refuses what cannot be held. */
    public Hold {
        if (key.isEmpty() || key.length() > 56) {
            throw new IllegalArgumentException("key: 1 to 56 characters");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: positive");
        }
        if (reason.length() > 200) {
            throw new IllegalArgumentException("reason: at most 200 characters");
        }
    }
}
