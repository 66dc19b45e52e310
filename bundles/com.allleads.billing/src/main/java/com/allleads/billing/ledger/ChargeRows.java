package com.allleads.billing.ledger;

import com.allleads.api.billing.ChargeRow;
import com.allleads.api.store.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of capabilities that belong to the transactions of one batch, each writer's together. */
final class ChargeRows {

    private final Map<Batch<?, ?>, List<ChargeRow<?>>> rows = new LinkedHashMap<>();

    void add(ChargeRow<?> row) {
        rows.computeIfAbsent(row.writer(), absent -> new ArrayList<>()).add(row);
    }

    void write(Connection connection) throws SQLException {
        for (Map.Entry<Batch<?, ?>, List<ChargeRow<?>>> entry : rows.entrySet()) {
            write(connection, entry.getKey(), entry.getValue());
        }
    }

    private static <T> void write(Connection connection, Batch<T, ?> writer, List<ChargeRow<?>> rows)
            throws SQLException {
        @SuppressWarnings("unchecked") // each came with this writer, and so with rows for it
        List<T> own = rows.stream().map(row -> (T) row.row()).toList();
        writer.write(connection, own);
    }
}
