package com.allleads.billing.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The chain that a writer adds links to. Its head is locked for the length of the database transaction, so that several nodes
 * can share a chain and no two links follow the same one.
 */
final class Chain {

    /** The chain of all nodes. */
    static final String MAIN = "main";

    private final Connection connection;
    private final long id;
    private final long links;
    private final long openings;
    private String head;

    private Chain(Connection connection, long id, long links, String head, long openings) {
        this.connection = connection;
        this.id = id;
        this.links = links;
        this.head = head;
        this.openings = openings;
    }

    /** Waits for the chain's head and keeps it until the transaction ends. */
    static Chain lock(Connection connection, String name) throws SQLException {
        // Written before it is read: a lock that Derby and PostgreSQL both keep to the end.
        try (PreparedStatement lock =
                connection.prepareStatement("UPDATE billing_chain SET links = links WHERE name = ?")) {
            lock.setString(1, name);
            lock.executeUpdate();
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id, links, head, openings FROM billing_chain WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the ledger's chain " + name + " is missing");
                }
                return new Chain(connection, row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4));
            }
        }
    }

    /** Where the ledger stands: as long as it is the same, nobody wrote to the accounts or linked any to another. */
    Place place() {
        return new Place(head, openings);
    }

    /**
     * Adds a link; one for each lock.
     *
     * @return its number
     */
    long add(List<WrittenTransaction> transactions) throws SQLException {
        long place = links + 1;
        LinkHash hash = new LinkHash(id, place, head);
        transactions.forEach(hash::add);
        String end = hash.end();
        moveHead(place, end);
        head = end;
        return insertLink(place, transactions.size(), end);
    }

    private void moveHead(long place, String hash) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE billing_chain SET links = ?, head = ? WHERE id = ?")) {
            update.setLong(1, place);
            update.setString(2, hash);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    private long insertLink(long place, int transactions, String hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO billing_link (chain, place, transactions, hash) VALUES (?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, id);
            insert.setLong(2, place);
            insert.setInt(3, transactions);
            insert.setString(4, hash);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /**
     * A state of the ledger.
     *
     * @param head the hash of the last link
     * @param openings how many accounts of promotional credit were linked to those of paid money
     */
    record Place(String head, long openings) {}
}
