package com.allleads.catalog;

import com.allleads.api.store.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Adds the orders of many callers to the table in one transaction: a commit for each would cost more than all else that an order
 * takes. Where one of them is there already the batch fails, and each is then tried alone.
 */
final class OrderRows implements Batch<OrderRows.NewRow, Boolean> {

    @Override
    public List<Boolean> write(Connection connection, List<NewRow> rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO catalog_order (id, person, service, name,"
                        + " quantity, unit_price, currency, body_digest, ordered_at, stage, deliver_by, check_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (NewRow row : rows) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return Collections.nCopies(rows.size(), true);
    }

    private static void bind(PreparedStatement insert, NewRow row) throws SQLException {
        Order order = row.order();
        Optional<Delivery> later = order.delivery();
        insert.setString(1, order.id().toString());
        insert.setString(2, order.person().toString());
        insert.setString(3, order.service());
        insert.setString(4, order.name());
        insert.setInt(5, order.quantity());
        insert.setLong(6, order.unitPrice().getAmountMinorLong());
        insert.setString(7, order.unitPrice().getCurrencyUnit().getCode());
        insert.setString(8, order.bodyDigest());
        insert.setLong(9, order.orderedAt().toEpochMilli());
        insert.setString(10, later.map(delivery -> delivery.stage().name()).orElse(null));
        bind(insert, 11, later.map(Delivery::by));
        bind(insert, 12, row.checkAt());
    }

    private static void bind(PreparedStatement insert, int place, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            insert.setLong(place, time.get().toEpochMilli());
        } else {
            insert.setNull(place, Types.BIGINT);
        }
    }

    /**
     * An order to be added.
     *
     * @param checkAt when it is looked at whether it was placed, where its money is not paid at once
     */
    record NewRow(Order order, Optional<Instant> checkAt) {

        /** One that is paid at once. */
        static NewRow paid(Order order) {
            return new NewRow(order, Optional.empty());
        }
    }
}
