package com.allleads.vault.uses;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the writer of uses says to a database. */
sealed interface UseStatements permits PortableStatements, PostgresqlStatements {

    /** For the database of a connection, in whose transaction all of it happens. */
    static UseStatements on(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? new PostgresqlStatements(connection)
                : new PortableStatements(connection);
    }

    /** Waits for the end of a writer's chain and keeps it until the transaction ends; empty where there is none yet. */
    Optional<Head> lock(String writer) throws SQLException;

    /** Whether a chain's end that is only remembered may be written to: one that is not locked, and may have moved since. */
    boolean finds();

    /**
     * Adds a batch to a chain.
     *
     * @param head its end
     * @param terms the number of each use's terms
     * @return false where its end is not there any more; then nothing was written
     */
    boolean write(Head head, List<RecordedUse> uses, int[] terms, byte[] hash) throws SQLException;

    /** Where a chain ends that a query of its id, its batches and its head finds. */
    static Optional<Head> read(PreparedStatement select, String writer) throws SQLException {
        select.setString(1, writer);
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Head(row.getInt("id"), row.getLong("batches") + 1, row.getBytes("head")))
                    : Optional.empty();
        }
    }

    /**
     * Where a chain ends.
     *
     * @param chain which chain
     * @param batch the number of the batch to be written
     * @param hash the hash of the batch before it
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
    record Head(int chain, long batch, byte[] hash) {

        /** Whether a chain that ends here ends there. */
        boolean isWhere(Head other) {
            return chain == other.chain && batch == other.batch && Arrays.equals(hash, other.hash);
        }

        /** The end once the batch is written. */
        Head after(byte[] written) {
            return new Head(chain, batch + 1, written);
        }
    }
}
