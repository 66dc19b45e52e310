package com.allleads.billing.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/** What the ledger's writer says to a database. */
sealed interface LedgerStatements permits PortableStatements, PostgresqlStatements {

    /** For the database of a connection, in whose transaction all of it happens. */
    static LedgerStatements on(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? new PostgresqlStatements(connection)
                : new PortableStatements(connection);
    }

    /**
     * Waits for the end of a chain and keeps it until the transaction ends.
     *
     * @throws SQLException also where there is no such chain
     */
    Chain lock(String name) throws SQLException;

    /** Whether a link may be added to a chain whose end is only remembered: one that is not locked, and may have moved since. */
    boolean finds();

    /**
     * Adds a link to a chain, with its transactions, and writes accounts back.
     *
     * @param end where the chain ends
     * @param moved those that moved, by their numbers in order, so that two nodes never wait for each other
     * @return the link's number; empty where the chain does not end there any more, then nothing was written
     * @throws SQLException also where an account is not as it was read
     */
    OptionalLong write(Chain end, Chain.Link link, SortedMap<Long, AccountState> moved) throws SQLException;

    /** The chain that a query of its number, its links, its head and its openings finds. */
    static Chain read(PreparedStatement query, String name) throws SQLException {
        query.setString(1, name);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the ledger's chain " + name + " is missing");
            }
            return new Chain(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4));
        }
    }

    /** So many accounts were as they were read. */
    static void check(int changed, int accounts) throws SQLException {
        if (changed != accounts) {
            throw new SQLException("an account was changed by another writer in between");
        }
    }

    /** The entries of all transactions, each with its transaction. */
    static List<Entry> entries(List<WrittenTransaction> transactions) {
        return transactions.stream()
                .flatMap(transaction ->
                        transaction.entries().stream().map(entry -> new Entry(transaction.place(), entry)))
                .toList();
    }

    /**
     * An entry with the place of its transaction.
     *
     * @param place the place of its transaction in the link
     * @param written what it says
     */
    record Entry(int place, WrittenTransaction.WrittenEntry written) {}
}
