package com.allleads.vault.uses;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/**
 * What every database understands. The chain's row is locked by the first statement, and its values change by one alone: Derby
 * now and then shows a reader a row between two changes of one transaction, and a number beside another link's hash looks like a
 * break.
 */
final class PortableStatements implements UseStatements {

    private final Connection connection;

    PortableStatements(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Head> lock(String writer) throws SQLException {
        // Written before it is read: Derby keeps no lock of a row that was only read.
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE vault_use_chain SET batches = batches WHERE writer = ?")) {
            update.setString(1, writer);
            if (update.executeUpdate() == 0) {
                return Optional.empty();
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, batches, head FROM vault_use_chain WHERE writer = ?")) {
            return UseStatements.read(select, writer);
        }
    }

    @Override
    public boolean finds() {
        return false;
    }

    @Override
    public boolean write(Head head, List<RecordedUse> uses, int[] terms, byte[] hash) throws SQLException {
        insertUses(head, uses, terms);
        insertBatch(head, uses.size(), hash);
        moveHead(head, hash);
        return true;
    }

    private void insertUses(Head head, List<RecordedUse> uses, int[] terms) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO vault_use (chain, batch, place, person, used_at, terms, receipt)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int place = 0; place < uses.size(); place++) {
                RecordedUse use = uses.get(place);
                insert.setInt(1, head.chain());
                insert.setLong(2, head.batch());
                insert.setInt(3, place);
                insert.setString(4, use.person());
                insert.setLong(5, use.at().toEpochMilli());
                insert.setInt(6, terms[place]);
                if (use.receipt().isPresent()) {
                    insert.setString(7, use.receipt().get());
                } else {
                    insert.setNull(7, Types.CHAR);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertBatch(Head head, int uses, byte[] hash) throws SQLException {
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

    private void moveHead(Head head, byte[] hash) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE vault_use_chain SET batches = ?, head = ? WHERE id = ?")) {
            update.setLong(1, head.batch());
            update.setBytes(2, hash);
            update.setInt(3, head.chain());
            update.executeUpdate();
        }
    }
}
