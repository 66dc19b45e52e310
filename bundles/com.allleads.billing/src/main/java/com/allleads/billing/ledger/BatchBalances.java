package com.allleads.billing.ledger;

import com.allleads.api.store.InChunks;
import com.allleads.billing.ledger.WrittenTransaction.WrittenEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The accounts that a batch touches: read once, moved in memory by each of its transactions in turn, and written back once. The
 * write succeeds only where nobody else changed the account in between.
 */
final class BatchBalances implements Movement.Funds {

    private final Connection connection;
    private final Map<Long, State> states = new HashMap<>();

    private BatchBalances(Connection connection) {
        this.connection = connection;
    }

    static BatchBalances load(Connection connection, Collection<Posting> postings) throws SQLException {
        TreeSet<Long> accounts = new TreeSet<>();
        postings.forEach(posting -> accounts.addAll(posting.movement().accounts()));
        BatchBalances balances = new BatchBalances(connection);
        balances.load(List.copyOf(accounts));
        balances.load(balances.promotionalOnes());
        return balances;
    }

    private void load(List<Long> accounts) throws SQLException {
        InChunks.query(
                connection,
                "SELECT id, kind, balance, changes, promotional FROM billing_account WHERE id IN",
                accounts,
                row -> {
                    long promotional = row.getLong(5);
                    OptionalLong sibling = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(promotional);
                    states.put(
                            row.getLong(1),
                            new State(AccountKind.valueOf(row.getString(2)), row.getLong(3), row.getLong(4), sibling));
                });
    }

    /** Those that nobody named and that may have to pay first. */
    private List<Long> promotionalOnes() {
        return states.values().stream()
                .flatMapToLong(state -> state.promotional.stream())
                .filter(account -> !states.containsKey(account))
                .sorted()
                .boxed()
                .toList();
    }

    @Override
    public long balance(long account) {
        return state(account).balance;
    }

    @Override
    public OptionalLong promotional(long account) {
        return state(account).promotional;
    }

    /** What is there to pay with, where an entry would take an account below zero; empty where none does. */
    OptionalLong shortOf(List<Leg> legs) {
        for (Leg leg : legs) {
            State state = state(leg.account());
            if (!state.bears(leg.amount())) {
                long given = state.promotional.isPresent() ? balance(state.promotional.getAsLong()) : 0;
                return OptionalLong.of(state.balance + given);
            }
        }
        return OptionalLong.empty();
    }

    /** Moves the accounts. */
    List<WrittenEntry> move(List<Leg> legs) {
        List<WrittenEntry> entries = new ArrayList<>(legs.size());
        for (Leg leg : legs) {
            State state = state(leg.account());
            state.move(leg.amount());
            entries.add(new WrittenEntry(entries.size(), leg.account(), state.changes, leg.amount(), state.balance));
        }
        return entries;
    }

    /** Writes back what moved, in the order of the accounts' numbers, so that two nodes never wait for each other. */
    void write() throws SQLException {
        List<Long> moved = states.entrySet().stream()
                .filter(entry -> entry.getValue().moved())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE billing_account SET balance = ?, changes = ? WHERE id = ? AND changes = ?")) {
            for (long account : moved) {
                State state = states.get(account);
                update.setLong(1, state.balance);
                update.setLong(2, state.changes);
                update.setLong(3, account);
                update.setLong(4, state.changesBefore);
                update.addBatch();
            }
            for (int count : update.executeBatch()) {
                if (count != 1) {
                    throw new SQLException("an account was changed by another writer in between");
                }
            }
        }
    }

    private State state(long account) {
        State state = states.get(account);
        if (state == null) {
            throw new IllegalArgumentException("there is no account " + account);
        }
        return state;
    }

    /** An account while the batch is written. */
    private static final class State {

        private final AccountKind kind;
        private final long changesBefore;
        private final OptionalLong promotional;
        private long balance;
        private long changes;

        State(AccountKind kind, long balance, long changes, OptionalLong promotional) {
            this.kind = kind;
            this.balance = balance;
            this.changes = changes;
            this.changesBefore = changes;
            this.promotional = promotional;
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

        boolean moved() {
            return changes != changesBefore;
        }
    }
}
