package com.allleads.billing.ledger;

import java.util.Map;

/**
 * What this node's writer left on the accounts. It is believed only while the ledger stands where that writer left it, which the
 * head of the chain tells, locked before or compared by the statement that writes: then its last transaction was committed, and nobody
 * else wrote since. Not safe for use by several threads.
 */
final class RememberedAccounts {

    private final Map<Long, AccountState> states = new Recent<>();
    private Chain.Place left;

    /**
     * Those that are known for certain where the ledger stands at this place. They move with the batch, so that nothing is known
     * any more where it ends without {@link #leave}.
     */
    Map<Long, AccountState> take(Chain.Place place) {
        if (!place.equals(left)) {
            states.clear();
        }
        left = null;
        return states;
    }

    /** The ledger will stand there, with these accounts as they are now, if the transaction is committed. */
    void leave(Chain.Place place, Map<Long, AccountState> accounts) {
        states.putAll(accounts);
        left = place;
    }
}
