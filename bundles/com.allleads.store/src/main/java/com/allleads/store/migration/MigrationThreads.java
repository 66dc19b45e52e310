package com.allleads.store.migration;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Two threads: one migrates, one bundle after another, and one publishes. Publishing starts other bundles' components, which
 * may take their time without holding up the next migration. What is asked after the end is not done.
 */
final class MigrationThreads implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor migrating =
            new ScheduledThreadPoolExecutor(1, named("allleads-migration"), new DiscardPolicy());
    private final ThreadPoolExecutor publishing = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("allleads-tables-ready"),
            new DiscardPolicy());

    MigrationThreads() {
        migrating.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void migrate(Runnable task) {
        migrating.execute(task);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the task notes what fails in it
    void migrateLater(Runnable task, long delay, TimeUnit unit) {
        migrating.schedule(task, delay, unit);
    }

    void publish(Runnable task) {
        publishing.execute(task);
    }

    /** Ends both. A changeset under way is finished or rolled back first: interrupting it may end the database. */
    @Override
    public void close() {
        migrating.shutdown();
        publishing.shutdown();
        try {
            if (!migrating.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                migrating.shutdownNow();
            }
        } catch (InterruptedException e) {
            migrating.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
