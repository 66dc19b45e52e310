package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.BillingSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened on a person's balance, oldest first. */
@Component(service = Statement.class)
public final class Statement {

    private final Jdbi jdbi;
    private final LedgerAccounts accounts;
    private final BillingSettings settings;

    @Activate
    public Statement(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi,
            @Reference LedgerAccounts accounts,
            @Reference BillingSettings settings) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * A part of the statement.
     *
     * @param filter which lines
     * @param after the entry after which to go on, zero for the beginning
     */
    public Slice<Line> of(PersonId person, StatementFilter filter, int limit, long after) {
        return part(person, filter, limit, "e.change_no > :place", "e.change_no", after);
    }

    /**
     * A part of the statement from its end.
     *
     * @param filter which lines
     * @param before the entry before which to go on, empty for the end
     */
    public Slice<Line> newestFirst(PersonId person, StatementFilter filter, int limit, Optional<Long> before) {
        return part(person, filter, limit, "e.change_no < :place", "e.change_no DESC", before.orElse(Long.MAX_VALUE));
    }

    private Slice<Line> part(
            PersonId person, StatementFilter filter, int limit, String where, String order, long place) {
        return accounts.find(AccountName.of(person))
                .map(account -> lines(account, filter, limit, where + conditions(filter) + " ORDER BY " + order, place))
                .orElse(new Slice<>(List.of(), Optional.empty()));
    }

    private static String conditions(StatementFilter filter) {
        return (filter.kind().isPresent() ? " AND t.kind = :kind" : "")
                + (filter.since().isPresent() ? " AND t.made_at >= :since" : "")
                + (filter.until().isPresent() ? " AND t.made_at < :until" : "");
    }

    private Slice<Line> lines(long account, StatementFilter filter, int limit, String rest, long place) {
        CurrencyUnit currency = settings.currency();
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(
                            "SELECT e.change_no, e.amount, e.balance, t.id, t.kind, t.reason, t.made_at"
                                    + " FROM billing_entry e JOIN billing_transaction t ON t.id = e.transaction_id"
                                    + " WHERE e.account = :account AND " + rest + " FETCH FIRST :rows ROWS ONLY")
                    .bind("account", account)
                    .bind("place", place)
                    .bind("rows", limit + 1);
            filter.kind().ifPresent(kind -> query.bind("kind", kind.name()));
            filter.since().ifPresent(since -> query.bind("since", since.toEpochMilli()));
            filter.until().ifPresent(until -> query.bind("until", until.toEpochMilli()));
            return Slice.of(
                    query.map((row, context) -> line(row, currency)).list(),
                    limit,
                    line -> Long.toString(line.number()));
        });
    }

    private static Line line(ResultSet row, CurrencyUnit currency) throws SQLException {
        return new Line(
                row.getLong("change_no"),
                Long.toString(row.getLong("id")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                TransactionKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Money.ofMinor(currency, row.getLong("amount")),
                Money.ofMinor(currency, row.getLong("balance")));
    }

    /**
     * An entry.
     *
     * @param number the how-manieth on this balance
     * @param transaction the ledger transaction's number
     * @param at when
     * @param kind why money moved
     * @param reason what for
     * @param amount what moved: negative where it was spent
     * @param balance what was on the balance afterwards
     */
    public record Line(
            long number,
            String transaction,
            Instant at,
            TransactionKind kind,
            String reason,
            Money amount,
            Money balance) {}
}
