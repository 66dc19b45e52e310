package com.allleads.billing.ledger;

import com.allleads.api.store.InChunks;
import com.allleads.billing.ledger.WrittenTransaction.WrittenEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The accounts that a batch touches: known or read once, moved in memory by each of its transactions in turn, and written back
 * once. The write succeeds only where nobody else changed the account in between.
 */
final class BatchBalances implements Movement.Funds {

    private final Connection connection;
    private final Partition partition;
    private final Map<Long, AccountState> states = new HashMap<>();

    private BatchBalances(Connection connection, Partition partition) {
        this.connection = connection;
        this.partition = partition;
    }

    /** With what is known already; the rest is read, and refused where another writer moves it. */
    static BatchBalances load(
            Connection connection, Partition partition, Collection<Posting> postings, Map<Long, AccountState> known)
            throws SQLException {
        BatchBalances balances = new BatchBalances(connection, partition);
        balances.load(postings.stream().flatMap(posting -> posting.movement().accounts().stream()), known);
        // Those that nobody named and that may have to pay first.
        balances.load(
                List.copyOf(balances.states.values()).stream()
                        .flatMapToLong(state -> state.promotional().stream())
                        .boxed(),
                known);
        return balances;
    }

    private void load(Stream<Long> accounts, Map<Long, AccountState> known) throws SQLException {
        List<Long> unknown = new ArrayList<>();
        accounts.distinct().filter(account -> !states.containsKey(account)).forEach(account -> {
            AccountState state = known.get(account);
            if (state == null) {
                unknown.add(account);
            } else {
                states.put(account, state);
            }
        });
        unknown.sort(Comparator.naturalOrder());
        InChunks.query(
                connection,
                "SELECT id, kind, balance, changes, promotional, holder FROM billing_account WHERE id IN",
                unknown,
                row -> {
                    long promotional = row.getLong(5);
                    OptionalLong sibling = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(promotional);
                    AccountKind kind = AccountKind.valueOf(row.getString(2));
                    requireOwn(row.getLong(1), new AccountName(kind, row.getString(6)));
                    states.put(row.getLong(1), new AccountState(kind, row.getLong(3), row.getLong(4), sibling));
                });
    }

    private void requireOwn(long account, AccountName name) {
        if (!partition.owns(name)) {
            throw new IllegalArgumentException(
                    "account " + account + " is not moved by the writer of " + partition.chain());
        }
    }

    @Override
    public long balance(long account) {
        return state(account).balance();
    }

    @Override
    public OptionalLong promotional(long account) {
        return state(account).promotional();
    }

    /** What is there to pay with, where an entry would take an account below zero; empty where none does. */
    OptionalLong shortOf(List<Leg> legs) {
        for (Leg leg : legs) {
            AccountState state = state(leg.account());
            if (!state.bears(leg.amount())) {
                LongStream given = state.promotional().stream().map(this::balance);
                return OptionalLong.of(state.balance() + given.sum());
            }
        }
        return OptionalLong.empty();
    }

    /** Moves the accounts. */
    List<WrittenEntry> move(List<Leg> legs) {
        List<WrittenEntry> entries = new ArrayList<>(legs.size());
        for (Leg leg : legs) {
            AccountState state = state(leg.account());
            state.move(leg.amount());
            entries.add(
                    new WrittenEntry(entries.size(), leg.account(), state.changes(), leg.amount(), state.balance()));
        }
        return entries;
    }

    /** What the table does not say yet, by the accounts' numbers. */
    SortedMap<Long, AccountState> moved() {
        SortedMap<Long, AccountState> moved = new TreeMap<>(states);
        moved.values().removeIf(state -> !state.moved());
        return moved;
    }

    /** The table says so now. */
    void stored() {
        states.values().forEach(AccountState::stored);
    }

    /** The accounts as they are now. */
    Map<Long, AccountState> states() {
        return states;
    }

    private AccountState state(long account) {
        AccountState state = states.get(account);
        if (state == null) {
            throw new IllegalArgumentException("there is no account " + account);
        }
        return state;
    }
}
