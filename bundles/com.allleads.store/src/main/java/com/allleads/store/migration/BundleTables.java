package com.allleads.store.migration;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of one bundle on one data source, from the moment the bundle starts until it stops: waits for the data source,
 * migrates, publishes, and starts over when the data source is exchanged.
 */
final class BundleTables {

    private static final Logger LOG = LoggerFactory.getLogger(BundleTables.class);
    private static final long RETRY_SECONDS = 2;

    private final BiFunction<Changelog, DataSource, TableServices> publisher;
    private final MigrationThreads threads;
    private final Bundle bundle;
    private final ChangelogClause clause;

    /** Guards what follows; never held while services come or go, as others act on that. */
    private final Object lock = new Object();

    private DataSource wanted;
    private boolean ended;
    private TableServices services;
    private String missing;

    /**
     * @param publisher registers the services of tables that are ready
     * @param threads do the work
     * @param bundle owns the tables
     * @param clause says which
     */
    BundleTables(
            BiFunction<Changelog, DataSource, TableServices> publisher,
            MigrationThreads threads,
            Bundle bundle,
            ChangelogClause clause) {
        this.publisher = publisher;
        this.threads = threads;
        this.bundle = bundle;
        this.clause = clause;
        this.missing = waiting();
    }

    String dataSource() {
        return clause.dataSource();
    }

    /** What the tables still need; empty where they are ready. */
    Optional<String> missing() {
        synchronized (lock) {
            return Optional.ofNullable(missing).map(what -> "The tables of " + bundle.getSymbolicName() + " " + what);
        }
    }

    /** Migrates on this data source, and publishes. */
    void use(DataSource dataSource) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            wanted = dataSource;
            missing = "are being brought up to date";
        }
        threads.migrate(() -> migrate(dataSource));
    }

    boolean unused() {
        return wants(null);
    }

    /** The data source goes. */
    void release(DataSource gone) {
        withdraw(gone::equals, waiting());
    }

    /** The tables are replaced; {@link #use} ends that. */
    void pause() {
        withdraw(any -> true, "are being restored from a backup; wait until it is done");
    }

    /** The bundle goes, or the store. */
    void end() {
        synchronized (lock) {
            ended = true;
        }
        withdraw(any -> true, waiting());
    }

    private void withdraw(Predicate<DataSource> affected, String why) {
        TableServices published;
        synchronized (lock) {
            if (!affected.test(wanted)) {
                return;
            }
            wanted = null;
            missing = why;
            published = services;
            services = null;
        }
        if (published != null) {
            published.close();
        }
    }

    private String waiting() {
        return "wait for the data source " + clause.dataSource() + "; see etc/org.ops4j.datasource-"
                + clause.dataSource() + ".cfg";
    }

    private void migrate(DataSource dataSource) {
        if (!wants(dataSource)) {
            return;
        }
        try {
            Changelog changelog = BundleChangelog.read(bundle, clause);
            new Migration(dataSource, changelog, () -> !wants(dataSource)).run();
            threads.publish(() -> publish(changelog, dataSource));
        } catch (InterruptedException e) {
            LOG.debug("The migration of {} was given up", bundle.getSymbolicName());
        } catch (TablesAreNewerException e) {
            refuse(dataSource, e.getMessage(), null);
        } catch (Exception | Error e) {
            // A class that Liquibase misses in the container is an error, and must not vanish in the thread.
            failed(dataSource, e);
        }
    }

    private void failed(DataSource dataSource, Throwable e) {
        if (!wants(dataSource)) {
            LOG.debug("The migration of {} ended with its bundle or data source", bundle.getSymbolicName(), e);
        } else if (isConnectionTrouble(e)) {
            retry(dataSource, e);
        } else {
            refuse(dataSource, "could not be brought up to date: " + e, e);
        }
    }

    private void retry(DataSource dataSource, Throwable e) {
        String what = "wait for the database behind the data source " + clause.dataSource();
        boolean said;
        synchronized (lock) {
            said = what.equals(missing);
            missing = what;
        }
        if (!said) {
            LOG.warn("The tables of {} {}: {}", bundle.getSymbolicName(), what, e.toString());
        }
        threads.migrateLater(() -> migrate(dataSource), RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void refuse(DataSource dataSource, String why, Throwable e) {
        synchronized (lock) {
            if (wanted != dataSource) {
                return;
            }
            missing = why;
        }
        LOG.error("{} {} cannot serve. Its tables: {}", bundle.getSymbolicName(), bundle.getVersion(), why, e);
    }

    private void publish(Changelog changelog, DataSource dataSource) {
        if (!wants(dataSource)) {
            return;
        }
        TableServices published = publisher.apply(changelog, dataSource);
        boolean stale;
        synchronized (lock) {
            stale = wanted != dataSource;
            if (!stale) {
                services = published;
                missing = null;
            }
        }
        if (stale) {
            published.close();
        }
    }

    private boolean wants(DataSource dataSource) {
        synchronized (lock) {
            return wanted == dataSource;
        }
    }

    /** The database is away, and may come back without anybody's doing. */
    private static boolean isConnectionTrouble(Throwable e) {
        if (e instanceof SQLException) {
            // Outside of Liquibase there are only simple statements on tables of our own.
            return true;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
