package com.allleads.vault.uses;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
            INSERT INTO vault_use (chain, batch, place, person, used_at, fields, purpose, basis, receipt, recipient_kind,
              recipient_name)
            SELECT head.id, ?::bigint, made.* FROM head, unnest(?::int[], ?::varchar[], ?::bigint[], ?::varchar[],
              ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[]) AS made
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
    public boolean write(Head head, List<RecordedUse> uses, byte[] hash) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setLong(1, head.batch());
            write.setBytes(2, hash);
            write.setInt(3, head.chain());
            write.setLong(4, head.batch() - 1);
            write.setBytes(5, head.hash());
            write.setLong(6, head.batch());
            write.setInt(7, uses.size());
            write.setBytes(8, head.hash());
            write.setBytes(9, hash);
            write.setLong(10, head.batch());
            write.setObject(11, IntStream.range(0, uses.size()).toArray());
            write.setObject(12, texts(uses, RecordedUse::person));
            write.setObject(
                    13, uses.stream().mapToLong(use -> use.at().toEpochMilli()).toArray());
            write.setObject(14, texts(uses, RecordedUse::fields));
            write.setObject(15, texts(uses, RecordedUse::purpose));
            write.setObject(16, texts(uses, RecordedUse::basis));
            write.setObject(17, texts(uses, use -> use.receipt().orElse(null)));
            write.setObject(18, texts(uses, RecordedUse::recipientKind));
            write.setObject(19, texts(uses, RecordedUse::recipientName));
            return write.executeUpdate() == uses.size();
        }
    }

    private static String[] texts(List<RecordedUse> uses, Function<RecordedUse, String> text) {
        return uses.stream().map(text).toArray(String[]::new);
    }
}
