package com.allleads.api.billing;

import com.allleads.api.person.PersonId;
import java.util.Map;
import org.joda.money.Money;

/**
 * Something to be paid from a prepaid balance.
 *
 * @param key idempotency key, unique over the platform, at most 64 characters: the order's id
 * @param person who pays
 * @param amount positive, in the balance's currency
 * @param reason what stands in the statement, at most 200 characters, nothing personal
 * @param data what the capability needs to rebuild its own row from the ledger after a crash; nothing personal, at most 2,000
 *     characters in all
 */
public record Charge(String key, PersonId person, Money amount, String reason, Map<String, String> data) {

    /** Copies the data. */
    public Charge {
        data = Map.copyOf(data);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: positive");
        }
    }
}
