package com.allleads.backup.copy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts rows in place of those that tables have. Nothing is committed here. */
public final class TableLoader {

    private static final int BATCH = 500;

    private final Connection connection;
    private final Catalogue catalogue;
    private final LongConsumer progress;
    private long done;

    /**
     * @param connection within a transaction
     * @param catalogue of the same database
     * @param progress is told how many rows are there
     */
    public TableLoader(Connection connection, Catalogue catalogue, LongConsumer progress) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /** Empties every table, also those that the backup does not know, then fills in the backup's rows. */
    public Map<String, Total> load(CopyReader reader) throws SQLException, IOException {
        // Not emptied by TRUNCATE, which is refused where other tables refer to a table.
        List<String> referredToLast =
                new ArrayList<>(catalogue.qualified(reader.manifest().tables()));
        Collections.reverse(referredToLast);
        for (String table : referredToLast) {
            execute("DELETE FROM " + table);
        }
        Map<String, Total> totals = reader.read(Insert::new);
        for (Table table : reader.manifest().tables()) {
            for (Column column : table.columns()) {
                if (column.counted()) {
                    countOn(table, column);
                }
            }
        }
        return totals;
    }

    /** What each of these tables comes to now. */
    public Map<String, Total> totals(Manifest manifest) throws SQLException, IOException {
        Map<String, Total> totals = new TreeMap<>();
        Rows rows = new Rows(connection, catalogue);
        for (Table table : manifest.tables()) {
            totals.put(table.name(), rows.total(table));
        }
        return totals;
    }

    /** The next value that the database gives is behind all that are there; one that is behind them already stays. */
    private void countOn(Table table, Column column) throws SQLException {
        String name = catalogue.qualified(table);
        long next = number("SELECT COALESCE(MAX(" + catalogue.quoted(column.name()) + "), 0) + 1 FROM " + name);
        if (isDerby()) {
            String schema = connection.getSchema();
            String plain = name.substring(name.lastIndexOf('.') + 2, name.length() - 1);
            long given = number("VALUES SYSCS_UTIL.SYSCS_PEEK_AT_IDENTITY('" + schema + "', '" + plain + "')");
            if (given < next) {
                execute("ALTER TABLE " + name + " ALTER COLUMN " + catalogue.quoted(column.name()) + " RESTART WITH "
                        + next);
            }
        } else {
            String sequence = "pg_get_serial_sequence('" + name + "', '" + column.name() + "')";
            number("SELECT setval(" + sequence + ", GREATEST(nextval(" + sequence + "), " + next + "), false)");
        }
    }

    private boolean isDerby() throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("Apache Derby");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private final class Insert implements CopyReader.RowUser {

        private final Table table;
        private final PreparedStatement insert;
        private int waiting;

        private Insert(Table table) throws SQLException {
            this.table = table;
            if (!catalogue.has(table)) {
                throw new SQLException("the backup has the table " + table.name() + ", which is not here");
            }
            String columns = table.columns().stream()
                    .map(column -> catalogue.quoted(column.name()))
                    .collect(Collectors.joining(", "));
            String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
            insert = connection.prepareStatement(
                    "INSERT INTO " + catalogue.qualified(table) + " (" + columns + ") VALUES (" + places + ")");
        }

        @Override
        public void use(byte[] row) throws SQLException, IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(row));
            for (int place : IntStream.rangeClosed(1, table.columns().size()).toArray()) {
                table.columns().get(place - 1).kind().read(in, insert, place);
            }
            if (in.read() != -1) {
                throw new IOException("a row has more than its columns");
            }
            insert.addBatch();
            waiting++;
            if (waiting == BATCH) {
                insertAll();
            }
        }

        @Override
        public void close() throws SQLException {
            try (PreparedStatement closed = insert) {
                if (waiting > 0) {
                    insertAll();
                }
            }
        }

        private void insertAll() throws SQLException {
            insert.executeBatch();
            done += waiting;
            waiting = 0;
            progress.accept(done);
        }
    }
}
