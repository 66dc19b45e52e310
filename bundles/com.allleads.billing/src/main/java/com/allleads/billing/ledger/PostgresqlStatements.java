package com.allleads.billing.ledger;

import com.allleads.api.store.Parameters;
import com.allleads.billing.ledger.Chain.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * One statement for a batch, however many spends are in it: on PostgreSQL each statement costs more than a row does, and rows
 * that are written as a set cost half of those that are written one by one. It finds the chain's end where it was left, locks it by
 * moving it, and writes nothing where it is somewhere else.
 */
final class PostgresqlStatements implements LedgerStatements {

    private static final String WRITE = """
            WITH head AS (
              UPDATE billing_chain SET links = ?, head = ? WHERE id = ? AND links = ? AND head = ? AND openings = ? RETURNING id
            ), link AS (
              INSERT INTO billing_link (chain, place, transactions, hash)
              SELECT head.id, ?::bigint, ?::int, ?::varchar FROM head RETURNING id
            ), made AS (
              INSERT INTO billing_transaction (id, reference, kind, account, amount, reason, actor, data, made_at)
              SELECT link.id * %1$d + made.place, made.reference, made.kind, made.account, made.amount, made.reason, made.actor,
                made.data, made.made_at
              FROM link, unnest(?::int[], ?::varchar[], ?::varchar[], ?::bigint[], ?::bigint[], ?::varchar[], ?::varchar[],
                ?::varchar[], ?::bigint[])
                AS made (place, reference, kind, account, amount, reason, actor, data, made_at)
            ), entered AS (
              INSERT INTO billing_entry (transaction_id, leg, account, change_no, amount, balance)
              SELECT link.id * %1$d + entered.place, entered.leg, entered.account, entered.change_no, entered.amount,
                entered.balance
              FROM link, unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS entered (place, leg, account, change_no, amount, balance)
            ), moved AS (
              UPDATE billing_account SET balance = moved.balance, changes = moved.changes
              FROM link, unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS moved (id, balance, changes, stored_balance, stored_changes)
              WHERE billing_account.id = moved.id AND billing_account.changes = moved.stored_changes
                AND billing_account.balance = moved.stored_balance
              RETURNING 1
            )
            SELECT link.id, (SELECT COUNT(*) FROM moved) FROM link
            """.formatted(WrittenTransaction.PLACES);

    private final Connection connection;

    PostgresqlStatements(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Chain lock(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, links, head, openings FROM billing_chain WHERE name = ? FOR UPDATE")) {
            return LedgerStatements.read(query, name);
        }
    }

    @Override
    public boolean finds() {
        return true;
    }

    @Override
    public OptionalLong write(Chain end, Link link, SortedMap<Long, AccountState> moved) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            Parameters parameters = new Parameters(write);
            parameters.add(link.place());
            parameters.add(link.hash());
            parameters.add(end.id());
            parameters.add(end.links());
            parameters.add(end.head());
            parameters.add(end.openings());
            parameters.add(link.place());
            parameters.add(link.transactions().size());
            parameters.add(link.hash());
            addTransactions(parameters, link.transactions());
            addEntries(parameters, LedgerStatements.entries(link.transactions()));
            addAccounts(parameters, moved);
            try (ResultSet row = write.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                LedgerStatements.check(row.getInt(2), moved.size());
                return OptionalLong.of(row.getLong(1));
            }
        }
    }

    private static void addTransactions(Parameters parameters, List<WrittenTransaction> made) throws SQLException {
        parameters.ints(made, WrittenTransaction::place);
        parameters.texts(made, WrittenTransaction::reference);
        parameters.texts(made, WrittenTransaction::kind);
        parameters.longs(made, WrittenTransaction::account);
        parameters.longs(made, WrittenTransaction::amount);
        parameters.texts(made, WrittenTransaction::reason);
        parameters.texts(made, WrittenTransaction::actor);
        parameters.texts(made, WrittenTransaction::data);
        parameters.longs(made, WrittenTransaction::madeAt);
    }

    private static void addEntries(Parameters parameters, List<Entry> entries) throws SQLException {
        parameters.ints(entries, Entry::place);
        parameters.ints(entries, entry -> entry.written().leg());
        parameters.longs(entries, entry -> entry.written().account());
        parameters.longs(entries, entry -> entry.written().changeNo());
        parameters.longs(entries, entry -> entry.written().amount());
        parameters.longs(entries, entry -> entry.written().balance());
    }

    private static void addAccounts(Parameters parameters, SortedMap<Long, AccountState> moved) throws SQLException {
        parameters.longs(moved.keySet(), account -> account);
        parameters.longs(moved.values(), AccountState::balance);
        parameters.longs(moved.values(), AccountState::changes);
        parameters.longs(moved.values(), AccountState::storedBalance);
        parameters.longs(moved.values(), AccountState::storedChanges);
    }
}
