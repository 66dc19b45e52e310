package com.allleads.api.billing;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The prepaid balances, on a double-entry ledger. Never below zero, whatever comes at the same time. Safe for use by many
 * threads; the writes are group-committed and are refused inside a JTA transaction.
 */
@ProviderType
public interface PrepaidBalances {

    /** The one currency of all balances. */
    CurrencyUnit currency();

    /** A person's balance; zero for whoever never paid. */
    Balance balance(PersonId person);

    /**
     * Charges a balance.
     *
     * @return what became of it, durable
     * @throws IllegalStateException inside a JTA transaction
     * @throws com.allleads.api.store.StoreException where the store failed and it is not known whether the charge was taken:
     *     try again with the same key
     */
    ChargeAnswer charge(Charge charge);

    /**
     * Charges a balance and writes a row of the capability with it. A charge that was taken at an earlier try writes no row now: it
     * has the one that was written then.
     *
     * @param row written in the same database transaction, where the charge is taken now
     * @return what became of it, durable
     * @throws IllegalStateException inside a JTA transaction
     * @throws com.allleads.api.store.StoreException as {@link #charge(Charge)}, also where the row could not be written; then
     *     nothing was charged
     */
    ChargeAnswer charge(Charge charge, ChargeRow<?> row);

    /** The charge that was taken with exactly this key, such as one whose answer never came. */
    default Optional<TakenCharge> taken(String key) {
        return charges(key, 1, Optional.empty()).items().stream()
                .filter(taken -> taken.charge().key().equals(key))
                .findFirst();
    }

    /**
     * The charges whose key begins with a prefix, oldest first, so that a capability can repair its rows at start-up.
     *
     * @param prefix as in {@code order-}
     * @param after charges after this transaction only
     */
    Slice<TakenCharge> charges(String prefix, int limit, Optional<String> after);

    /**
     * A charge that was taken.
     *
     * @param transaction the ledger transaction's id; they grow
     * @param at when
     * @param charge what was charged
     */
    record TakenCharge(String transaction, Instant at, Charge charge) {}
}
