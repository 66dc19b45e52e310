package com.allleads.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps nodes that share a PostgreSQL from migrating at once, by an advisory lock that ends with its session: a node that is
 * killed holds nothing. An embedded Derby belongs to this process alone and needs none.
 */
final class MigrationLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    /** Any number that no other program on the same database uses. */
    private static final long ADVISORY_KEY = 0x416c6c4c65616473L;

    private static final long POLL_MILLIS = 200;
    private static final long SAY_AFTER_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Connection session;

    private MigrationLock(Connection session) {
        this.session = session;
    }

    /**
     * Waits for the lock.
     *
     * @param cancelled asked while it waits
     * @throws InterruptedException where the thread was interrupted or the wait cancelled
     */
    static MigrationLock acquire(DataSource dataSource, Dialect dialect, BooleanSupplier cancelled)
            throws SQLException, InterruptedException {
        if (dialect != Dialect.POSTGRESQL) {
            return new MigrationLock(null);
        }
        Connection session = dataSource.getConnection();
        try {
            long since = System.nanoTime();
            boolean said = false;
            while (!call(session, "select pg_try_advisory_lock(?)")) {
                if (cancelled.getAsBoolean()) {
                    throw new InterruptedException("cancelled while another node migrates");
                }
                if (!said && System.nanoTime() - since > SAY_AFTER_NANOS) {
                    LOG.info("Another node migrates the database; this one waits for it.");
                    said = true;
                }
                Thread.sleep(POLL_MILLIS);
            }
            return new MigrationLock(session);
        } catch (SQLException | InterruptedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        if (session != null) {
            try (session) {
                call(session, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean call(Connection session, String function) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(function)) {
            select.setLong(1, ADVISORY_KEY);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
