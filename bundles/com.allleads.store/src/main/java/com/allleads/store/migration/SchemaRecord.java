package com.allleads.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * The store's own table: which changelog was applied last for each bundle. It is what lets a start skip Liquibase, which
 * costs more than everything else the store does.
 */
final class SchemaRecord {

    /** What was applied for a bundle. The digest is empty while a migration runs, or after one that never ended. */
    record Applied(String digest, Version version) {}

    private static final Set<String> NO_SUCH_TABLE = Set.of("42X05", "42P01");
    private static final Set<String> TABLE_EXISTS = Set.of("X0Y32", "42P07");
    private static final String UNFINISHED = "";

    private final Connection connection;

    SchemaRecord(Connection connection) {
        this.connection = connection;
    }

    Optional<Applied> read(String bundle) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select digest, bundle_version from store_schema where bundle = ?")) {
            select.setString(1, bundle);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Applied(row.getString(1), Version.parseVersion(row.getString(2))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.contains(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Written before the first change, so that a migration that is killed never looks finished. */
    void begin(Changelog changelog) throws SQLException {
        createTable();
        write(changelog, UNFINISHED);
    }

    void finish(Changelog changelog) throws SQLException {
        write(changelog, changelog.digest());
    }

    private void write(Changelog changelog, String digest) throws SQLException {
        Timestamp now = new Timestamp(System.currentTimeMillis());
        try (PreparedStatement update = connection.prepareStatement(
                "update store_schema set digest = ?, bundle_version = ?, applied_at = ? where bundle = ?")) {
            update.setString(1, digest);
            update.setString(2, changelog.version().toString());
            update.setTimestamp(3, now);
            update.setString(4, changelog.bundle());
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into store_schema (digest, bundle_version, applied_at, bundle) values (?, ?, ?, ?)")) {
            insert.setString(1, digest);
            insert.setString(2, changelog.version().toString());
            insert.setTimestamp(3, now);
            insert.setString(4, changelog.bundle());
            insert.executeUpdate();
        }
    }

    private void createTable() throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("create table store_schema (bundle varchar(200) not null primary key,"
                    + " digest varchar(64) not null, bundle_version varchar(100) not null,"
                    + " applied_at timestamp not null)");
        } catch (SQLException e) {
            if (!TABLE_EXISTS.contains(e.getSQLState())) {
                throw e;
            }
        }
    }
}
