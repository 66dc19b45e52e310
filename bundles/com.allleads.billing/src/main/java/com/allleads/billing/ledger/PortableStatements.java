package com.allleads.billing.ledger;

import com.allleads.billing.ledger.Chain.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/** What every database understands. */
final class PortableStatements implements LedgerStatements {

    private final Connection connection;

    PortableStatements(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Chain lock(String name) throws SQLException {
        // Written before it is read: Derby keeps no lock of a row that was only read.
        try (PreparedStatement lock =
                connection.prepareStatement("UPDATE billing_chain SET links = links WHERE name = ?")) {
            lock.setString(1, name);
            lock.executeUpdate();
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id, links, head, openings FROM billing_chain WHERE name = ?")) {
            return LedgerStatements.read(query, name);
        }
    }

    @Override
    public boolean finds() {
        return false;
    }

    @Override
    public OptionalLong write(Chain end, Link link, SortedMap<Long, AccountState> moved) throws SQLException {
        moveHead(link);
        long number = insertLink(link);
        insertTransactions(number, link.transactions());
        insertEntries(number, LedgerStatements.entries(link.transactions()));
        LedgerStatements.check(update(moved), moved.size());
        return OptionalLong.of(number);
    }

    private void moveHead(Link link) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE billing_chain SET links = ?, head = ? WHERE id = ?")) {
            update.setLong(1, link.place());
            update.setString(2, link.hash());
            update.setLong(3, link.chain());
            update.executeUpdate();
        }
    }

    private long insertLink(Link link) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO billing_link (chain, place, transactions, hash) VALUES (?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, link.chain());
            insert.setLong(2, link.place());
            insert.setInt(3, link.transactions().size());
            insert.setString(4, link.hash());
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    private void insertTransactions(long link, List<WrittenTransaction> transactions) throws SQLException {
        String table = "billing_transaction (id, reference, kind, account, amount, reason, actor, data, made_at)";
        new RowsInFours(connection, table, 9).insert(transactions, (transaction, parameters) -> {
            parameters.add(WrittenTransaction.number(link, transaction.place()));
            parameters.add(transaction.reference());
            parameters.add(transaction.kind());
            parameters.add(transaction.account());
            parameters.add(transaction.amount());
            parameters.add(transaction.reason());
            parameters.add(transaction.actor());
            parameters.add(transaction.data());
            parameters.add(transaction.madeAt());
        });
    }

    private void insertEntries(long link, List<Entry> entries) throws SQLException {
        String table = "billing_entry (transaction_id, leg, account, change_no, amount, balance)";
        new RowsInFours(connection, table, 6).insert(entries, (entry, parameters) -> {
            parameters.add(WrittenTransaction.number(link, entry.place()));
            parameters.add(entry.written().leg());
            parameters.add(entry.written().account());
            parameters.add(entry.written().changeNo());
            parameters.add(entry.written().amount());
            parameters.add(entry.written().balance());
        });
    }

    private int update(SortedMap<Long, AccountState> moved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE billing_account SET balance = ?, changes = ? WHERE id = ? AND changes = ? AND balance = ?")) {
            for (Map.Entry<Long, AccountState> account : moved.entrySet()) {
                AccountState state = account.getValue();
                update.setLong(1, state.balance());
                update.setLong(2, state.changes());
                update.setLong(3, account.getKey());
                update.setLong(4, state.storedChanges());
                update.setLong(5, state.storedBalance());
                update.addBatch();
            }
            int changed = 0;
            for (int count : update.executeBatch()) {
                changed += count;
            }
            return changed;
        }
    }
}
