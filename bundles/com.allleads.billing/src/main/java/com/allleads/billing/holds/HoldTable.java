package com.allleads.billing.holds;

import com.allleads.api.billing.HeldMoney;
import com.allleads.api.billing.HeldMoney.State;
import com.allleads.api.billing.Hold;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Leg;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of holds. It is written with the ledger alone. */
@Component(service = HoldTable.class)
public final class HoldTable {

    private static final String SELECT =
            "SELECT number, id, person, amount, promotional, currency, reason, state, captured,"
                    + " made_at, expires_at, ended_at FROM billing_hold";

    private final Jdbi jdbi;

    @Activate
    public HoldTable(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Row> find(String key) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", key)
                .map(HoldTable::row)
                .findOne());
    }

    /** A person's, newest first. */
    Slice<Row> of(PersonId person, int limit, long before) {
        return part("person", person.toString(), limit, before);
    }

    /** Everybody's in one state, newest first. */
    Slice<Row> all(State state, int limit, long before) {
        return part("state", state.name(), limit, before);
    }

    private Slice<Row> part(String column, String value, int limit, long before) {
        return jdbi.withHandle(handle -> Slice.of(
                handle.createQuery(SELECT + " WHERE " + column + " = :value AND number < :before"
                                + " ORDER BY number DESC FETCH FIRST :rows ROWS ONLY")
                        .bind("value", value)
                        .bind("before", before)
                        .bind("rows", limit + 1)
                        .map(HoldTable::row)
                        .list(),
                limit,
                row -> Long.toString(row.number())));
    }

    /** Those that should have come back by now, longest overdue first. */
    List<Row> expired(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT
                                + " WHERE state = 'OPEN' AND expires_at <= :now ORDER BY expires_at FETCH FIRST :rows ROWS ONLY")
                .bind("now", now.toEpochMilli())
                .bind("rows", limit)
                .map(HoldTable::row)
                .list());
    }

    /** Stores a hold, with what of it is taken from promotional credit. */
    static Guard insert(Hold hold, long heldPromotional, Instant now) {
        return (connection, legs) -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO billing_hold (id, person, amount,"
                    + " promotional, currency, reason, state, captured, made_at, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'OPEN', 0, ?, ?)")) {
                insert.setString(1, hold.key());
                insert.setString(2, hold.person().toString());
                insert.setLong(3, hold.amount().getAmountMinorLong());
                insert.setLong(4, amount(legs, heldPromotional));
                insert.setString(5, hold.amount().getCurrencyUnit().getCode());
                insert.setString(6, hold.reason());
                insert.setLong(7, now.toEpochMilli());
                insert.setLong(8, hold.expires().toEpochMilli());
                insert.executeUpdate();
                return true;
            }
        };
    }

    /** Ends a hold that is open. */
    static Guard end(String key, State state, long captured, Instant now) {
        return (connection, legs) -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE billing_hold"
                    + " SET state = ?, captured = ?, ended_at = ? WHERE id = ? AND state = 'OPEN'")) {
                update.setString(1, state.name());
                update.setLong(2, captured);
                update.setLong(3, now.toEpochMilli());
                update.setString(4, key);
                return update.executeUpdate() == 1;
            }
        };
    }

    private static long amount(List<Leg> legs, long account) {
        return legs.stream()
                .filter(leg -> leg.account() == account)
                .mapToLong(Leg::amount)
                .sum();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        long endedAt = row.getLong("ended_at");
        Optional<Instant> ended = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(endedAt));
        return new Row(
                row.getLong("number"),
                row.getLong("promotional"),
                new HeldMoney(
                        row.getString("id"),
                        PersonId.parse(row.getString("person")),
                        Money.ofMinor(currency, row.getLong("amount")),
                        row.getString("reason"),
                        State.valueOf(row.getString("state")),
                        Money.ofMinor(currency, row.getLong("captured")),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        Instant.ofEpochMilli(row.getLong("expires_at")),
                        ended));
    }

    /**
     * A row.
     *
     * @param number where it stands in lists
     * @param promotional what of the amount was given, in minor units
     * @param hold the hold
     */
    record Row(long number, long promotional, HeldMoney hold) {

        long amount() {
            return hold.amount().getAmountMinorLong();
        }
    }
}
