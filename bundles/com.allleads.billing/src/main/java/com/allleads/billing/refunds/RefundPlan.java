package com.allleads.billing.refunds;

import com.allleads.billing.ledger.Guard;
import com.allleads.billing.refunds.RefundTable.Refundable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * By which top-ups a refund goes back. Written in the ledger's transaction, which is where it is seen whether another refund
 * came first.
 *
 * @param id names the refund
 * @param order what was asked for
 * @param parts what goes back by which top-up
 */
record RefundPlan(String id, RefundOrder order, List<PlannedPart> parts) {

    /** Spreads an amount over what is refundable; what is left over is not in the plan. */
    static RefundPlan of(RefundOrder order, List<Refundable> refundable) {
        List<PlannedPart> parts = new ArrayList<>();
        long left = order.amount().getAmountMinorLong();
        for (Refundable one : refundable) {
            long amount = Math.min(left, one.left());
            if (amount > 0) {
                parts.add(new PlannedPart(UUID.randomUUID().toString(), one, amount));
                left -= amount;
            }
        }
        return new RefundPlan(UUID.randomUUID().toString(), order, parts);
    }

    /** How much would go back. */
    long amount() {
        return parts.stream().mapToLong(PlannedPart::amount).sum();
    }

    /** How much would go back by each processor. */
    Map<String, Long> byProcessor() {
        Map<String, Long> amounts = new TreeMap<>();
        parts.forEach(part -> amounts.merge(part.from().processor(), part.amount(), Long::sum));
        return amounts;
    }

    /** Stores the plan, unless its request was stored or its top-ups gave back their money since it was made. */
    Guard store(Instant now) {
        return (connection, legs) -> {
            if (isStored(connection) || !isStillRefundable(connection)) {
                return false;
            }
            insert(connection, now);
            insertParts(connection, now);
            return true;
        };
    }

    private boolean isStored(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM billing_refund WHERE requester = ? AND request_key = ?")) {
            query.setString(1, order.requester());
            query.setString(2, order.key().key());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean isStillRefundable(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT t.charged_back + (SELECT"
                + " COALESCE(SUM(p.amount), 0) FROM billing_refund_part p WHERE p.top_up = t.id AND p.status <> 'REFUSED')"
                + " FROM billing_top_up t WHERE t.id = ?")) {
            for (PlannedPart part : parts) {
                query.setString(1, part.from().topUp());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (row.getLong(1) != part.from().given()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void insert(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO billing_refund (id, requester,"
                + " request_key, body_digest, person, amount, currency, reason, made_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, order.requester());
            insert.setString(3, order.key().key());
            insert.setString(4, order.key().bodyDigest());
            insert.setString(5, order.person().toString());
            insert.setLong(6, order.amount().getAmountMinorLong());
            insert.setString(7, order.amount().getCurrencyUnit().getCode());
            insert.setString(8, order.reason());
            insert.setLong(9, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private void insertParts(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO billing_refund_part (id, refund,"
                + " top_up, processor, charge_key, amount, status, checks, check_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, 'UNKNOWN', 0, ?)")) {
            for (PlannedPart part : parts) {
                insert.setString(1, part.id());
                insert.setString(2, id);
                insert.setString(3, part.from().topUp());
                insert.setString(4, part.from().processor());
                insert.setString(5, part.from().chargeKey());
                insert.setLong(6, part.amount());
                insert.setLong(7, now.plusSeconds(12).toEpochMilli());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * What goes back by one top-up.
     *
     * @param id names it
     * @param from the top-up
     * @param amount minor units
     */
    record PlannedPart(String id, Refundable from, long amount) {}
}
