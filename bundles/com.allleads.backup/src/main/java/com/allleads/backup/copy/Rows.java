package com.allleads.backup.copy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Reads tables row by row, each as the bytes that stand for it in a backup. */
final class Rows {

    private static final int FETCHED = 1_000;

    private final Connection connection;
    private final Catalogue catalogue;

    /**
     * @param connection within a transaction, so that PostgreSQL does not send everything at once
     * @param catalogue of the same database
     */
    Rows(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    /** Hands each row of a table to somebody. */
    void forEach(Table table, RowUser user) throws SQLException, IOException {
        String columns = table.columns().stream()
                .map(column -> catalogue.quoted(column.name()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM " + catalogue.qualified(table))) {
                while (rows.next()) {
                    user.use(bytes(table, rows));
                }
            }
        }
    }

    /** What a table comes to. */
    Total total(Table table) throws SQLException, IOException {
        Digest digest = new Digest(table);
        forEach(table, digest::row);
        return digest.total();
    }

    private static byte[] bytes(Table table, ResultSet row) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int i = 0; i < table.columns().size(); i++) {
            table.columns().get(i).kind().write(out, row, i + 1);
        }
        return bytes.toByteArray();
    }

    /** Takes rows. */
    @FunctionalInterface
    interface RowUser {

        /** Takes one. */
        void use(byte[] row) throws SQLException, IOException;
    }
}
