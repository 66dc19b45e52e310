package com.allleads.backup.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * One state of a database, read while others write to it. PostgreSQL keeps it for a transaction. Derby cannot without stopping
 * writers, but makes a copy of its files while they write, which has what was committed when the copy ended; that is read.
 */
public final class SourceDatabase {

    private final DataSource dataSource;
    private final Path work;

    /**
     * @param dataSource of the database
     * @param work a folder in which a copy of the files may be for a while
     */
    public SourceDatabase(DataSource dataSource, Path work) {
        this.dataSource = dataSource;
        this.work = work;
    }

    /** Reads one state of everything. */
    public <T> T read(Reading<T> reading) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("Apache Derby")
                    ? ofCopy(connection, reading)
                    : ofSnapshot(connection, reading);
        }
    }

    /**
     * Reads without a copy on the disk: each table as it is when its turn comes. Enough where rows do not depend on rows of other
     * tables, as those of the key store.
     */
    public <T> T readAsItIs(Reading<T> reading) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            return ofSnapshot(connection, reading);
        }
    }

    private static <T> T ofSnapshot(Connection connection, Reading<T> reading) throws SQLException, IOException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                }
            }
            return reading.read(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }

    private <T> T ofCopy(Connection connection, Reading<T> reading) throws SQLException, IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "copy-");
        try {
            try (CallableStatement backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
                backup.setString(1, folder.toString());
                backup.execute();
            }
            try (DerbyFolder copy = DerbyFolder.existing(only(folder), connection.getSchema());
                    Connection own = copy.dataSource().getConnection()) {
                return ofSnapshot(own, reading);
            }
        } finally {
            DerbyFolder.delete(folder);
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findFirst().orElseThrow(() -> new IOException("Derby wrote no copy"));
        }
    }

    /** Reads a state. */
    @FunctionalInterface
    public interface Reading<T> {

        /** The connection is within a transaction that is rolled back afterwards. */
        T read(Connection connection) throws SQLException, IOException;
    }
}
