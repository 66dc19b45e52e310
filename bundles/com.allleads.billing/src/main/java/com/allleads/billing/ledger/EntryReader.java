package com.allleads.billing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the entries of one account from a place on, forwards or backwards. */
final class EntryReader {

    private final Jdbi jdbi;
    private final long account;
    private final boolean newestFirst;

    EntryReader(Jdbi jdbi, long account, boolean newestFirst) {
        this.jdbi = jdbi;
        this.account = account;
        this.newestFirst = newestFirst;
    }

    /**
     * The next entries.
     *
     * @param filter which
     * @param place the number of the change beyond which to begin
     * @param rows how many at most
     */
    List<Entry> read(StatementFilter filter, long place, int rows) {
        String order = newestFirst
                ? "e.change_no < :place%s ORDER BY e.change_no DESC"
                : "e.change_no > :place%s ORDER BY e.change_no";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(
                            "SELECT e.change_no, e.amount, e.balance, t.id, t.kind, t.reason, t.made_at"
                                    + " FROM billing_entry e JOIN billing_transaction t ON t.id = e.transaction_id"
                                    + " WHERE e.account = :account AND " + order.formatted(conditions(filter))
                                    + " FETCH FIRST :rows ROWS ONLY")
                    .bind("account", account)
                    .bind("place", place)
                    .bind("rows", rows);
            filter.kind().ifPresent(kind -> query.bind("kind", kind.name()));
            filter.since().ifPresent(since -> query.bind("since", since.toEpochMilli()));
            filter.until().ifPresent(until -> query.bind("until", until.toEpochMilli()));
            return query.map((row, context) -> entry(row)).list();
        });
    }

    private static String conditions(StatementFilter filter) {
        return (filter.kind().isPresent() ? " AND t.kind = :kind" : "")
                + (filter.since().isPresent() ? " AND t.made_at >= :since" : "")
                + (filter.until().isPresent() ? " AND t.made_at < :until" : "");
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("change_no"),
                row.getLong("amount"),
                row.getLong("balance"),
                row.getLong("id"),
                TransactionKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("made_at")));
    }

    /**
     * An entry with its transaction.
     *
     * @param changeNo the how-manieth change of the account
     * @param amount what moved, in minor units
     * @param balance what was on the account afterwards
     * @param transaction the transaction's number
     * @param kind why money moved
     * @param reason what for
     * @param madeAt when
     */
    record Entry(
            long changeNo,
            long amount,
            long balance,
            long transaction,
            TransactionKind kind,
            String reason,
            Instant madeAt) {}
}
