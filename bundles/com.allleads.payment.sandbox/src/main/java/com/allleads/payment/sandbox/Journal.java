package com.allleads.payment.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A file to which lines of JSON are only ever added. Whoever calls {@link #catchUp} and {@link #append} holds the lock of the
 * books; {@link #force} needs none, so that one flush to the disk serves every line written until then.
 *
 * <p>It is read and written through {@link RandomAccessFile}, not through a channel: a channel is closed for everybody when
 * one thread is interrupted while it writes, and the platform interrupts calls that take too long.
 *
 * @param <T> what a line says
 */
final class Journal<T> implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final Class<T> type;
    private final Consumer<T> reader;
    private final RandomAccessFile file;
    private final Object forcing = new Object();

    private volatile long known;
    private long forced;

    /**
     * Opens the file, which is made where there is none.
     *
     * @param reader is told every line once, in order, whoever wrote it
     */
    Journal(Path path, Class<T> type, Consumer<T> reader) throws IOException {
        this.path = path;
        this.type = type;
        this.reader = reader;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /**
     * Reads the whole lines that were added since, while somebody else may be adding more: long books are read before their
     * lock is taken, so that nobody waits for it. No lock of the books is needed, but one reader at a time.
     */
    void readAhead() throws IOException {
        readLines();
    }

    /** Reads what was added since, by another version of this bundle or before the start; cuts a last line torn by a crash. */
    void catchUp() throws IOException {
        if (readLines() > known) {
            // Never answered to anybody, since an answer comes after the whole line is on the disk.
            file.setLength(known);
        }
    }

    /**
     * Reads whole lines.
     *
     * @return where what was read ends; beyond the known lines where the last one is not whole
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one reader at a time
    private long readLines() throws IOException {
        // What is added from now on is left for the next time: the end of the file may be cut and written anew
        // meanwhile.
        long end = file.length();
        long at = known;
        file.seek(at);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(0, end - at))];
        while (at < end) {
            int read = file.read(chunk, 0, (int) Math.min(chunk.length, end - at));
            if (read <= 0) {
                break;
            }
            at += read;
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    reader.accept(parse(line.toByteArray()));
                    known += line.size() + 1;
                    line.reset();
                } else {
                    line.write(chunk[i]);
                }
            }
        }
        return known + line.size();
    }

    /** Adds a line; it is durable after {@link #force}. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void append(T value) throws IOException {
        byte[] json = JSON.writeValueAsBytes(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        try {
            file.seek(known);
            file.write(line);
        } catch (IOException e) {
            file.setLength(known);
            throw e;
        }
        known += line.length;
        reader.accept(value);
    }

    /** Returns when every line known so far is on the disk. */
    void force() throws IOException {
        synchronized (forcing) {
            long upTo = known;
            if (forced < upTo) {
                file.getFD().sync();
                forced = upTo;
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private T parse(byte[] line) throws IOException {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IOException(path + ": the line at byte " + known + " cannot be read");
        }
    }
}
