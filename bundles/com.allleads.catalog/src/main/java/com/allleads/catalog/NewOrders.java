package com.allleads.catalog;

import com.allleads.api.store.Batch;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.Parameters;
import com.allleads.catalog.OrderRows.NewRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Adds orders that are paid at once, whether or not anybody looked if they were asked for before: writes none where one of them was
 * refused, or is there.
 */
final class NewOrders implements Batch<Order, Boolean> {

    /** As one statement, however many they are: on PostgreSQL a statement costs more than a row does. */
    private static final String INSERT = """
            INSERT INTO catalog_order (id, person, service, name, quantity, unit_price, currency, body_digest, ordered_at)
            SELECT made.id, made.person, made.service, made.name, made.quantity, made.unit_price, made.currency, made.body_digest,
              made.ordered_at
            FROM unnest(?::char(36)[], ?::char(36)[], ?::varchar[], ?::varchar[], ?::int[], ?::bigint[], ?::char(3)[],
              ?::varchar[], ?::bigint[])
              AS made (id, person, service, name, quantity, unit_price, currency, body_digest, ordered_at)
            WHERE NOT EXISTS (SELECT 1 FROM catalog_refusal refused WHERE refused.id = made.id)
            """;

    private final OrderRows rows = new OrderRows();

    @Override
    public List<Boolean> write(Connection connection, List<Order> orders) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            insert(connection, orders);
        } else {
            requireUnrefused(connection, orders);
            rows.write(connection, orders.stream().map(NewRow::paid).toList());
        }
        return Collections.nCopies(orders.size(), true);
    }

    private static void insert(Connection connection, List<Order> orders) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Parameters parameters = new Parameters(insert);
            parameters.texts(orders, order -> order.id().toString());
            parameters.texts(orders, order -> order.person().toString());
            parameters.texts(orders, Order::service);
            parameters.texts(orders, Order::name);
            parameters.ints(orders, Order::quantity);
            parameters.longs(orders, order -> order.unitPrice().getAmountMinorLong());
            parameters.texts(
                    orders, order -> order.unitPrice().getCurrencyUnit().getCode());
            parameters.texts(orders, Order::bodyDigest);
            parameters.longs(orders, order -> order.orderedAt().toEpochMilli());
            if (insert.executeUpdate() < orders.size()) {
                throw new RefusedBefore();
            }
        }
    }

    private static void requireUnrefused(Connection connection, List<Order> orders) throws SQLException {
        List<String> ids = orders.stream().map(order -> order.id().toString()).toList();
        InChunks.query(connection, "SELECT id FROM catalog_refusal WHERE id IN", ids, row -> {
            throw new RefusedBefore();
        });
    }

    /** An order was refused when it was asked for before. */
    static final class RefusedBefore extends SQLException {

        private static final long serialVersionUID = 1L;

        RefusedBefore() {
            super("refused before");
        }

        /** Whether this is why an order was not taken. */
        static boolean in(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(RefusedBefore.class::isInstance);
        }
    }
}
