package com.allleads.billing.ledger;

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
final class BatchBalances {

    private final Connection connection;
    private final Map<Long, State> states = new HashMap<>();

    private BatchBalances(Connection connection) {
        this.connection = connection;
    }

    static BatchBalances load(Connection connection, Collection<Posting> postings) throws SQLException {
        TreeSet<Long> accounts = new TreeSet<>();
        postings.forEach(posting -> posting.legs().forEach(leg -> accounts.add(leg.account())));
        BatchBalances balances = new BatchBalances(connection);
        InChunks.query(
                connection,
                "SELECT id, kind, balance, changes FROM billing_account WHERE id IN",
                List.copyOf(accounts),
                row -> balances.states.put(
                        row.getLong(1),
                        new State(AccountKind.valueOf(row.getString(2)), row.getLong(3), row.getLong(4))));
        return balances;
    }

    /** What is on the first account that the posting would take below zero; empty where there is none. */
    OptionalLong shortOf(Posting posting) {
        for (Leg leg : posting.legs()) {
            State state = state(leg);
            if (!state.bears(leg.amount())) {
                return OptionalLong.of(state.balance);
            }
        }
        return OptionalLong.empty();
    }

    /** Moves the accounts. */
    List<WrittenEntry> move(Posting posting) {
        List<WrittenEntry> entries = new ArrayList<>(posting.legs().size());
        for (Leg leg : posting.legs()) {
            State state = state(leg);
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

    private State state(Leg leg) {
        State state = states.get(leg.account());
        if (state == null) {
            throw new IllegalArgumentException("there is no account " + leg.account());
        }
        return state;
    }

    /** An account while the batch is written. */
    private static final class State {

        private final AccountKind kind;
        private final long changesBefore;
        private long balance;
        private long changes;

        State(AccountKind kind, long balance, long changes) {
            this.kind = kind;
            this.balance = balance;
            this.changes = changes;
            this.changesBefore = changes;
        }

        /** An account that can never hold so much bears it as little as one below zero. */
        boolean bears(long amount) {
            long after = balance + amount;
            boolean overflows = ((balance ^ after) & (amount ^ after)) < 0;
            return !overflows && (after >= 0 || amount > 0 || kind == AccountKind.CLEARING);
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
