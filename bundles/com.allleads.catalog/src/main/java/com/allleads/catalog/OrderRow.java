package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads a row of the table of orders. */
final class OrderRow {

    private OrderRow() {}

    static Order read(ResultSet row) throws SQLException {
        return new Order(
                UUID.fromString(row.getString("id")),
                PersonId.parse(row.getString("person")),
                row.getString("service"),
                row.getString("name"),
                row.getInt("quantity"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("unit_price")),
                row.getString("body_digest"),
                Instant.ofEpochMilli(row.getLong("ordered_at")),
                delivery(row));
    }

    private static Optional<Delivery> delivery(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        if (stage == null) {
            return Optional.empty();
        }
        long endedAt = row.getLong("ended_at");
        Optional<Instant> ended = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(endedAt));
        return Optional.of(new Delivery(
                Instant.ofEpochMilli(row.getLong("deliver_by")),
                Stage.valueOf(stage),
                row.getInt("delivered"),
                Optional.ofNullable(row.getString("actor")),
                Optional.ofNullable(row.getString("reason")),
                ended));
    }
}
