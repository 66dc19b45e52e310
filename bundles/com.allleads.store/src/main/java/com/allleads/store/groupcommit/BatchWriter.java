package com.allleads.store.groupcommit;

import com.allleads.api.store.Batch;
import com.allleads.store.groupcommit.Outcome.Failed;
import com.allleads.store.groupcommit.Outcome.Kind;
import com.allleads.store.groupcommit.Outcome.Written;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch in a transaction of its own and tells each waiter how it ended. A plain local transaction on a pooled
 * connection: the writer's thread never has a JTA transaction, and there is nothing else to commit with it.
 */
final class BatchWriter<T, R> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final String name;
    private final DataSource dataSource;
    private final Batch<T, R> batch;

    BatchWriter(String name, DataSource dataSource, Batch<T, R> batch) {
        this.name = name;
        this.dataSource = dataSource;
        this.batch = batch;
    }

    /**
     * Writes the items and completes every one of them, whatever happens.
     *
     * @param items at least one
     * @param waiting takes what has queued up since; asked only where no connection could be had
     */
    void write(List<QueuedItem<T, R>> items, Supplier<List<QueuedItem<T, R>>> waiting) {
        Outcome<R> outcome = attempt(items);
        if (is(Kind.NO_CONNECTION, outcome)) {
            giveUp(items, waiting, outcome);
        } else if (is(Kind.ROLLED_BACK, outcome) && items.size() > 1) {
            LOG.debug("{}: a batch of {} failed; each alone now", name, items.size());
            oneByOne(items, waiting);
        } else {
            tell(items, outcome);
        }
    }

    /** So that one bad item fails alone. */
    private void oneByOne(List<QueuedItem<T, R>> items, Supplier<List<QueuedItem<T, R>>> waiting) {
        for (int i = 0; i < items.size(); i++) {
            Outcome<R> outcome = attempt(items.subList(i, i + 1));
            if (is(Kind.NO_CONNECTION, outcome)) {
                giveUp(items.subList(i, items.size()), waiting, outcome);
                return;
            }
            tell(items.subList(i, i + 1), outcome);
        }
    }

    /**
     * What queued up while a connection was tried in vain shares the fate of what it was tried for: each would only wait as
     * long again. It is taken before anybody is told, so that it holds nothing that came as an answer to that.
     */
    private void giveUp(List<QueuedItem<T, R>> items, Supplier<List<QueuedItem<T, R>>> waiting, Outcome<R> outcome) {
        List<QueuedItem<T, R>> all = new ArrayList<>(items);
        all.addAll(waiting.get());
        tell(all, outcome);
    }

    private Outcome<R> attempt(List<QueuedItem<T, R>> items) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{}: no connection to the database: {}", name, e.toString());
            return new Failed<>(Kind.NO_CONNECTION, e);
        }
        try {
            return inTransaction(connection, items);
        } finally {
            close(connection);
        }
    }

    private Outcome<R> inTransaction(Connection connection, List<QueuedItem<T, R>> items) {
        List<R> results;
        try {
            connection.setAutoCommit(false);
            results =
                    batch.write(connection, items.stream().map(QueuedItem::item).toList());
            if (results == null || results.size() != items.size()) {
                throw new IllegalStateException(name + ": a batch must answer each item once");
            }
        } catch (Throwable e) {
            // Whatever a capability throws, also an error of its class loader: the thread must go on for the others.
            rollBack(connection, e);
            return new Failed<>(Kind.ROLLED_BACK, e);
        }
        try {
            CheckedCommit.commit(connection);
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            if (CheckedCommit.refused(e)) {
                return new Failed<>(Kind.ROLLED_BACK, e);
            }
            LOG.warn("{}: the commit of {} items was not confirmed: {}", name, items.size(), e.toString());
            return new Failed<>(Kind.UNCONFIRMED, e);
        }
        return new Written<>(results);
    }

    private void rollBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            why.addSuppressed(e);
            abort(connection);
        }
    }

    /** A pool that takes back a connection commits what is open on it. */
    private void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{}: a broken connection could not be given up", name, e);
        }
    }

    private void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("{}: a connection could not be closed", name, e);
        }
    }

    private void tell(List<QueuedItem<T, R>> items, Outcome<R> outcome) {
        if (outcome instanceof Written<R> written) {
            for (int i = 0; i < items.size(); i++) {
                items.get(i).done(written.results().get(i));
            }
        } else if (outcome instanceof Failed<R> failed) {
            items.forEach(item -> item.failed(failed.kind(), failed.cause()));
        }
    }

    private boolean is(Kind kind, Outcome<R> outcome) {
        return outcome instanceof Failed<R> failed && failed.kind() == kind;
    }
}
