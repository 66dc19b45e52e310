package com.allleads.backup.copy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link CopyWriter} wrote, and makes sure that it is that. */
public final class CopyReader {

    /** Neither a description nor a row is ever longer, whatever a damaged file says. */
    private static final int LONGEST = 1 << 29;

    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;
    private final Manifest manifest;

    /** Reads the first part. */
    public CopyReader(InputStream stream) throws IOException {
        in = new DataInputStream(new BufferedInputStream(stream, BUFFER));
        int format = in.readInt();
        if (format != CopyWriter.FORMAT) {
            throw new IOException("the backup is of format " + format + ", and this version of AllLeads reads format "
                    + CopyWriter.FORMAT + ": restore it with the version that made it");
        }
        manifest = CopyWriter.JSON.readValue(block(in.readInt()), Manifest.class);
    }

    /** What the backup says about itself. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Hands over each row, table by table, to the end.
     *
     * @return what each table comes to
     * @throws IOException where the rows are not those that were written
     */
    public Map<String, Total> read(TableUser user) throws SQLException, IOException {
        Map<String, Total> read = new TreeMap<>();
        for (Table table : manifest.tables()) {
            Digest digest = new Digest(table);
            try (RowUser rows = user.begin(table)) {
                for (int length = in.readInt(); length != -1; length = in.readInt()) {
                    byte[] row = block(length);
                    digest.row(row);
                    rows.use(row);
                }
            }
            read.put(table.name(), digest.total());
        }
        Map<String, Total> written =
                CopyWriter.JSON.readValue(block(in.readInt()), new TypeReference<TreeMap<String, Total>>() {});
        if (in.read() != -1) {
            throw new IOException("there is something behind the end of the backup");
        }
        if (!written.equals(read)) {
            throw new IOException("the rows of the backup are not those that were written");
        }
        return read;
    }

    private byte[] block(int length) throws IOException {
        if (length < 0 || length > LONGEST) {
            throw new IOException("a length that nothing in a backup has");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("the backup ends too early");
        }
        return bytes;
    }

    /** Takes tables. */
    @FunctionalInterface
    public interface TableUser {

        /** A table begins. */
        RowUser begin(Table table) throws SQLException;
    }

    /** Takes rows of a table. */
    public interface RowUser extends AutoCloseable {

        /** Takes one. */
        void use(byte[] row) throws SQLException, IOException;

        /** There are no more. */
        @Override
        void close() throws SQLException;
    }
}
