package com.allleads.billing.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * What this node's writer left on the accounts. It is believed only while the ledger stands where that writer left it, which the
 * head of the chain tells, locked before or compared by the statement that writes: then its last transaction was committed, and nobody
 * else wrote since. Not safe for use by several threads.
 */
final class RememberedAccounts {

    private final Map<Long, AccountState> states = new Recent<>();
    private Optional<Chain> left = Optional.empty();

    /**
     * Where that writer left the chain. It may not end there: what was written may not have been committed, or another node wrote
     * since. Empty where nothing is known.
     */
    Optional<Chain> left() {
        return left;
    }

    /**
     * Those that are known for certain where the chain ends there. They move with the batch, so that nothing is known any more where it
     * ends without {@link #leave}.
     */
    Map<Long, AccountState> take(Chain end) {
        if (!left.equals(Optional.of(end))) {
            states.clear();
        }
        left = Optional.empty();
        return states;
    }

    /** The chain will end there, with these accounts as they are now, if the transaction is committed. */
    void leave(Chain end, Map<Long, AccountState> accounts) {
        states.putAll(accounts);
        left = Optional.of(end);
    }
}
