package com.allleads.vault.uses;

import com.allleads.api.store.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * Writes a batch of uses as the next link of this writer's chain. The chain's row is locked by the first statement, so that
 * two processes that write under one name take turns. Its values change by one statement alone: Derby now and then shows a
 * reader a row between two changes of one transaction, and a number beside another link's hash looks like a break.
 */
final class UseBatch implements Batch<RecordedUse, Boolean> {

    private final String writer;

    UseBatch(String writer) {
        this.writer = writer;
    }

    @Override
    public List<Boolean> write(Connection connection, List<RecordedUse> uses) throws SQLException {
        Head head = lock(connection);
        byte[] hash = Link.hash(head.hash(), writer, head.batch(), uses);
        insertUses(connection, head, uses);
        insertBatch(connection, head, uses.size(), hash);
        moveHead(connection, head, hash);
        return uses.stream().map(use -> Boolean.TRUE).toList();
    }

    private Head lock(Connection connection) throws SQLException {
        if (hold(connection) == 0) {
            begin(connection);
            hold(connection);
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, batches, head FROM vault_use_chain WHERE writer = ?")) {
            select.setString(1, writer);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Head(row.getInt("id"), row.getLong("batches") + 1, row.getBytes("head"));
            }
        }
    }

    private int hold(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE vault_use_chain SET batches = batches WHERE writer = ?")) {
            update.setString(1, writer);
            return update.executeUpdate();
        }
    }

    private void begin(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO vault_use_chain (writer, batches, head) VALUES (?, 0, ?)")) {
            insert.setString(1, writer);
            insert.setBytes(2, Link.beginning());
            insert.executeUpdate();
        }
    }

    private static void insertUses(Connection connection, Head head, List<RecordedUse> uses) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO vault_use (chain, batch, place, person, used_at, fields, purpose, basis, receipt,"
                        + " recipient_kind, recipient_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int place = 0; place < uses.size(); place++) {
                RecordedUse use = uses.get(place);
                insert.setInt(1, head.chain());
                insert.setLong(2, head.batch());
                insert.setInt(3, place);
                insert.setString(4, use.person());
                insert.setLong(5, use.at().toEpochMilli());
                insert.setString(6, use.fields());
                insert.setString(7, use.purpose());
                insert.setString(8, use.basis());
                if (use.receipt().isPresent()) {
                    insert.setString(9, use.receipt().get());
                } else {
                    insert.setNull(9, Types.CHAR);
                }
                insert.setString(10, use.recipientKind());
                insert.setString(11, use.recipientName());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertBatch(Connection connection, Head head, int uses, byte[] hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO vault_use_batch (chain, batch, uses, previous, hash) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, head.chain());
            insert.setLong(2, head.batch());
            insert.setInt(3, uses);
            insert.setBytes(4, head.hash());
            insert.setBytes(5, hash);
            insert.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, Head head, byte[] hash) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE vault_use_chain SET batches = ?, head = ? WHERE id = ?")) {
            update.setLong(1, head.batch());
            update.setBytes(2, hash);
            update.setInt(3, head.chain());
            update.executeUpdate();
        }
    }

    /**
     * Where the chain ends.
     *
     * @param chain which chain
     * @param batch the number of the batch to be written
     * @param hash the hash of the batch before it
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
    private record Head(int chain, long batch, byte[] hash) {}
}
