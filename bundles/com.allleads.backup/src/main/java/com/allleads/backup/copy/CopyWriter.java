package com.allleads.backup.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Writes a whole database as one stream: the manifest, the rows of each table, and what they come to. */
public final class CopyWriter {

    static final ObjectMapper JSON = new ObjectMapper();
    static final int FORMAT = 1;

    private static final int TOLD = 1_000;
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final Catalogue catalogue;
    private final LongConsumer progress;
    private long done;

    /**
     * @param connection reads one state of the database from beginning to end
     * @param catalogue of the same database
     * @param progress is told how many rows are written
     */
    public CopyWriter(Connection connection, Catalogue catalogue, LongConsumer progress) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /**
     * Writes everything; the stream stays open.
     *
     * @return what each table comes to
     */
    public Map<String, Total> write(Manifest manifest, OutputStream stream) throws SQLException, IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, BUFFER));
        out.writeInt(FORMAT);
        json(out, manifest);
        Map<String, Total> totals = new TreeMap<>();
        Rows rows = new Rows(connection, catalogue);
        for (Table table : manifest.tables()) {
            Digest digest = new Digest(table);
            rows.forEach(table, row -> {
                out.writeInt(row.length);
                out.write(row);
                digest.row(row);
                told();
            });
            out.writeInt(-1);
            totals.put(table.name(), digest.total());
        }
        json(out, totals);
        out.flush();
        return totals;
    }

    private void told() {
        done++;
        if (done % TOLD == 0) {
            progress.accept(done);
        }
    }

    private static void json(DataOutputStream out, Object value) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(value);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
