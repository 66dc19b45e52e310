package com.allleads.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of one changelog up to date. A changelog that was applied as it is costs one query. Safe to repeat, also
 * after a process that died in the middle; not meant for two threads at once on the same tables.
 */
public final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private final DataSource dataSource;
    private final Changelog changelog;
    private final BooleanSupplier cancelled;

    /**
     * @param dataSource where the tables are
     * @param changelog what they should be
     * @param cancelled asked while it waits for another node
     */
    public Migration(DataSource dataSource, Changelog changelog, BooleanSupplier cancelled) {
        this.dataSource = dataSource;
        this.changelog = changelog;
        this.cancelled = cancelled;
    }

    /**
     * Returns when the tables are as the changelog says.
     *
     * @throws SQLException where the database could not be reached, or failed
     * @throws Exception where the changelog could not be applied, or is older than the tables
     */
    public void run() throws Exception {
        Dialect dialect;
        boolean applied;
        try (Connection connection = dataSource.getConnection()) {
            dialect = Dialect.of(connection);
            applied = applied(connection).isPresent();
        }
        if (!applied) {
            try (MigrationLock lock = MigrationLock.acquire(dataSource, dialect, cancelled)) {
                migrate(dialect);
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            dialect.prepareInserts(connection);
        }
    }

    private void migrate(Dialect dialect) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            dialect.ensureSchema(connection);
            if (applied(connection).isPresent()) {
                return;
            }
            refuseNewerTables(connection);
            new SchemaRecord(connection).begin(changelog);
        }
        // Liquibase ends the connection that it works with.
        new LiquibaseUpdate(changelog).apply(dataSource.getConnection());
        try (Connection connection = dataSource.getConnection()) {
            new SchemaRecord(connection).finish(changelog);
        }
        LOG.info("Tables of {} are up to date, in {} ms", changelog, (System.nanoTime() - start) / 1_000_000);
    }

    private Optional<SchemaRecord.Applied> applied(Connection connection) throws SQLException {
        return new SchemaRecord(connection).read(changelog.bundle()).filter(last -> last.digest()
                .equals(changelog.digest()));
    }

    /**
     * Where the database has changesets that this changelog doesn't know, whoever applied them knew more, unless this bundle
     * is the newer one and dropped them on purpose.
     */
    private void refuseNewerTables(Connection connection) throws Exception {
        Optional<SchemaRecord.Applied> last = new SchemaRecord(connection).read(changelog.bundle());
        if (last.isEmpty() || last.get().version().compareTo(changelog.version()) < 0) {
            return;
        }
        String unknown = new LiquibaseUpdate(changelog).unknownChangesets(dataSource.getConnection());
        if (!unknown.isEmpty()) {
            throw new TablesAreNewerException("the tables were changed by " + changelog.bundle() + " "
                    + last.get().version() + ", which has changesets that " + changelog.version()
                    + " does not know: " + unknown + "; install that version or a newer one");
        }
    }
}
