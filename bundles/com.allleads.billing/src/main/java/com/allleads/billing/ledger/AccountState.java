package com.allleads.billing.ledger;

import java.util.OptionalLong;

/** An account as it is while transactions are written; it moves with them. Not safe for use by several threads. */
final class AccountState {

    private final AccountKind kind;
    private final OptionalLong promotional;
    private long balance;
    private long changes;
    private long storedBalance;
    private long storedChanges;

    AccountState(AccountKind kind, long balance, long changes, OptionalLong promotional) {
        this.kind = kind;
        this.promotional = promotional;
        this.balance = balance;
        this.changes = changes;
        this.storedBalance = balance;
        this.storedChanges = changes;
    }

    long balance() {
        return balance;
    }

    /** How many entries it had. */
    long changes() {
        return changes;
    }

    /** The account of the same person's promotional credit; empty where they never got any. */
    OptionalLong promotional() {
        return promotional;
    }

    /** What the table says is on it. */
    long storedBalance() {
        return storedBalance;
    }

    /** How many entries the table says it had. */
    long storedChanges() {
        return storedChanges;
    }

    /** An account that can never hold so much bears it as little as one below zero. */
    boolean bears(long amount) {
        long after = balance + amount;
        boolean overflows = ((balance ^ after) & (amount ^ after)) < 0;
        return !overflows && (after >= 0 || amount > 0 || kind.mayOwe());
    }

    void move(long amount) {
        balance = Math.addExact(balance, amount);
        changes++;
    }

    /** Whether the table does not say so yet. */
    boolean moved() {
        return changes != storedChanges;
    }

    /** The table says so now. */
    void stored() {
        storedBalance = balance;
        storedChanges = changes;
    }
}
