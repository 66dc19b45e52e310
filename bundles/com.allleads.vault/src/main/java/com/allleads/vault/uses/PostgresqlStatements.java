package com.allleads.vault.uses;

import com.allleads.api.store.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One statement for a batch, as whoever waits until a use is written down waits for each: it finds the chain's end where it was
 * left, locks it by moving it, and writes nothing where it is somewhere else.
 */
final class PostgresqlStatements implements UseStatements {

    private static final String WRITE = """
            WITH head AS (
              UPDATE vault_use_chain SET batches = ?, head = ? WHERE id = ? AND batches = ? AND head = ? RETURNING id
            ), batch AS (
              INSERT INTO vault_use_batch (chain, batch, uses, previous, hash)
              SELECT head.id, ?::bigint, ?::int, ?::bytea, ?::bytea FROM head
            )
            INSERT INTO vault_use (chain, batch, place, person, used_at, terms, receipt)
            SELECT head.id, ?::bigint, unnest(?::int[]), unnest(?::varchar[]), unnest(?::bigint[]), unnest(?::int[]),
              unnest(?::varchar[]) FROM head
            """;

    private final Connection connection;

    PostgresqlStatements(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Head> lock(String writer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, batches, head FROM vault_use_chain WHERE writer = ? FOR UPDATE")) {
            return UseStatements.read(select, writer);
        }
    }

    @Override
    public boolean finds() {
        return true;
    }

    @Override
    public boolean write(Head head, List<RecordedUse> uses, int[] terms, byte[] hash) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            Parameters parameters = new Parameters(write);
            parameters.add(head.batch());
            parameters.add(hash);
            parameters.add(head.chain());
            parameters.add(head.batch() - 1);
            parameters.add(head.hash());
            parameters.add(head.batch());
            parameters.add(uses.size());
            parameters.add(head.hash());
            parameters.add(hash);
            parameters.add(head.batch());
            parameters.add(IntStream.range(0, uses.size()).toArray());
            parameters.texts(uses, RecordedUse::person);
            parameters.longs(uses, use -> use.at().toEpochMilli());
            parameters.add(terms);
            parameters.texts(uses, use -> use.receipt().orElse(null));
            return write.executeUpdate() == uses.size();
        }
    }
}
