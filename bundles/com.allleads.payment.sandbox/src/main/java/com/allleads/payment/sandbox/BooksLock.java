package com.allleads.payment.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One writer of the books at a time, also while two versions of this bundle run side by side, as they do during an update: a
 * lock on a file is the one lock that both see.
 */
final class BooksLock implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofNanos(200_000);

    private final RandomAccessFile file;

    BooksLock(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /**
     * Does the work while nobody else is at the books.
     *
     * @param before done first, while the other version may be at the books; no other thread of this one is
     * @throws IOException where the work throws it, or the lock cannot be had for a long time
     */
    synchronized <T> T holding(Preparation before, Work<T> work) throws IOException {
        before.run();
        try (FileLock held = acquire()) {
            return work.run();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private FileLock acquire() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                FileLock lock = file.getChannel().tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // The other version, in this same process, has it.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("the sandbox's books are in use by another process");
    }

    /** Something done with the books. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Something done before the books are had alone. */
    @FunctionalInterface
    interface Preparation {
        void run() throws IOException;
    }
}
