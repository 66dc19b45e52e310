package com.allleads.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes a batch of items inside a transaction that the committer began and will commit.
 *
 * <p>When it throws, the transaction is rolled back and each item is tried again alone, so that one bad item fails alone;
 * a batch must therefore have no effect outside the connection.
 *
 * @param <T> an item
 * @param <R> the answer for an item
 */
@FunctionalInterface
@ConsumerType
public interface Batch<T, R> {

    /**
     * Writes the items.
     *
     * @param connection in the transaction; neither committed nor closed by the batch, which may roll back what it wrote itself and
     *     begin anew
     * @param items at least one, in the order in which they came in
     * @return one answer per item, in the same order
     */
    List<R> write(Connection connection, List<T> items) throws SQLException;
}
