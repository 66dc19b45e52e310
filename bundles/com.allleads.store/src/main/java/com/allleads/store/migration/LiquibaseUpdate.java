package com.allleads.store.migration;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Liquibase, for one changelog on one connection. In OSGi it finds its own parts only where the thread's class loader and
 * that of its scope are its own, and the changelog only by the bundle's class loader.
 */
final class LiquibaseUpdate {

    private final Changelog changelog;

    LiquibaseUpdate(Changelog changelog) {
        this.changelog = changelog;
    }

    /** Applies what is missing; whoever calls holds the right to change the tables. */
    void apply(Connection connection) throws Exception {
        with(connection, liquibase -> {
            clearLock(liquibase.getDatabase());
            liquibase.update(new Contexts(), new LabelExpression());
        });
    }

    /** Names the changesets in the database that this changelog doesn't know; empty where it knows all. */
    String unknownChangesets(Connection connection) throws Exception {
        StringBuilder unknown = new StringBuilder();
        with(
                connection,
                liquibase -> unknown.append(
                        liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()).stream()
                                .map(RanChangeSet::getId)
                                .sorted()
                                .collect(Collectors.joining(", "))));
        return unknown.toString();
    }

    /** Only a process that died in the middle leaves it set: two that live never come here at once. */
    private static void clearLock(Database database) throws Exception {
        LockService lock = LockServiceFactory.getInstance().getLockService(database);
        lock.init();
        if (lock.listLocks().length > 0) {
            lock.forceReleaseLock();
        }
        lock.reset();
    }

    private void with(Connection connection, Work work) throws Exception {
        ClassLoader own = Liquibase.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            Map<String, Object> scope = new HashMap<>();
            scope.put(Scope.Attr.classLoader.name(), own);
            scope.put(Scope.Attr.logService.name(), new QuietLog());
            scope.put(Scope.Attr.ui.name(), new LoggerUIService());
            // Liquibase would tell its makers about its use.
            scope.put("liquibase.analytics.enabled", false);
            Scope.child(scope, () -> run(connection, work));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void run(Connection connection, Work work) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        if (database instanceof DerbyDatabase derby) {
            // At the end it would shut down the database under everybody else.
            derby.setShutdownEmbeddedDerby(false);
        }
        database.setDatabaseChangeLogTableName(changelog.changelogTable());
        database.setDatabaseChangeLogLockTableName(changelog.lockTable());
        try (Liquibase liquibase =
                new Liquibase(changelog.path(), new ClassLoaderResourceAccessor(changelog.loader()), database)) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            work.run(liquibase);
        } finally {
            // They remember the database, and with it this bundle's class loader.
            LockServiceFactory.getInstance().resetAll();
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .resetAll();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Liquibase liquibase) throws Exception;
    }
}
