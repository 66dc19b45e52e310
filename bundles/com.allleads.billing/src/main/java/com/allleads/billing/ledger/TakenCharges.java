package com.allleads.billing.ledger;

import com.allleads.api.billing.Charge;
import com.allleads.api.billing.PrepaidBalances.TakenCharge;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.store.StoreException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Charges as they stand in the ledger. */
final class TakenCharges {

    private static final String SELECT = "SELECT t.id, t.reference, t.amount, t.reason, t.data, t.made_at, a.holder,"
            + " a.currency FROM billing_transaction t JOIN billing_account a ON a.id = t.account"
            + " WHERE t.kind = 'CHARGE'";
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};
    private static final ObjectWriter DATA_WRITER = JSON.writerFor(DATA);

    private final Jdbi jdbi;
    private final Partitions partitions;

    TakenCharges(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.partitions = Partitions.of(jdbi);
    }

    /** The data of a charge as it is kept in the ledger. */
    static String json(Map<String, String> data) {
        try {
            return DATA_WRITER.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts always has a JSON form", impossible);
        }
    }

    Optional<TakenCharge> find(String key) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND t.reference = :key")
                .bind("key", key)
                .map(TakenCharges::charge)
                .findOne());
    }

    Slice<TakenCharge> list(String prefix, int limit, long after) {
        String pattern = prefix.replaceAll("([!%_])", "!$1") + "%";
        long end = end();
        return jdbi.withHandle(handle -> Slice.of(
                handle.createQuery(
                                SELECT + " AND t.id > :after AND t.id < :end AND t.reference LIKE :pattern ESCAPE '!'"
                                        + " ORDER BY t.id FETCH FIRST :rows ROWS ONLY")
                        .bind("after", after)
                        .bind("end", end)
                        .bind("pattern", pattern)
                        .bind("rows", limit + 1)
                        .map(TakenCharges::charge)
                        .list(),
                limit,
                TakenCharge::transaction));
    }

    /**
     * Before this number no transaction is still being written: writers of different partitions end in any order, and who goes on after
     * what they were told must not miss the slower one's.
     */
    private long end() {
        return jdbi.inTransaction(handle -> {
            lockAll(handle.getConnection());
            return handle.createQuery("SELECT MAX(id) FROM billing_link")
                    .mapTo(Long.class)
                    .findOne()
                    .map(last -> WrittenTransaction.number(last + 1, 0))
                    .orElse(0L);
        });
    }

    private void lockAll(Connection connection) {
        try {
            LedgerStatements statements = LedgerStatements.on(connection);
            for (Partition partition : partitions.all()) {
                statements.lock(partition.chain());
            }
        } catch (SQLException e) {
            throw new StoreException("it is not known whether the ledger is being written", e);
        }
    }

    private static TakenCharge charge(ResultSet row, StatementContext context) throws SQLException {
        return new TakenCharge(
                Long.toString(row.getLong("id")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                new Charge(
                        row.getString("reference"),
                        PersonId.parse(row.getString("holder")),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), -row.getLong("amount")),
                        row.getString("reason"),
                        data(row.getString("data"))));
    }

    private static Map<String, String> data(String json) throws SQLException {
        try {
            return JSON.readValue(json, DATA);
        } catch (JsonProcessingException e) {
            throw new SQLException("the data of a charge is not readable", e);
        }
    }
}
