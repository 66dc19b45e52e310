package com.allleads.store.groupcommit;

import com.allleads.api.store.Committer;
import com.allleads.api.store.StoreException;
import com.allleads.api.store.Transactions;
import com.allleads.store.gathering.Gathering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A queue and the one thread that empties it. While a batch is being written the next one gathers by itself; nothing ever waits for
 * a batch to fill, only on a busy site for a moment: alone, an item is written at once.
 */
final class QueuedCommitter<T, R> implements Committer<T, R> {

    static final int MOST_PER_COMMIT = 512;
    /** Beyond it submitters wait, so that a slow database slows its users instead of filling the memory. */
    static final int MOST_QUEUED = 32_768;

    private final BatchWriter<T, R> batches;
    private final Transactions transactions;
    private final Consumer<QueuedCommitter<T, R>> onClose;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final Queue<QueuedItem<T, R>> queue = new ArrayDeque<>();
    private final Gathering gathering = new Gathering();
    private boolean closed;

    QueuedCommitter(
            String name,
            BatchWriter<T, R> batches,
            Transactions transactions,
            Consumer<QueuedCommitter<T, R>> onClose) {
        this.batches = batches;
        this.transactions = transactions;
        this.onClose = onClose;
        this.writer = new Thread(this::write, name);
        writer.setDaemon(true);
        // The opener's class loader must not be kept by a thread that it doesn't own.
        writer.setContextClassLoader(null);
        writer.start();
    }

    @Override
    public R commit(T item) {
        try {
            // Not interruptible: once queued, only the writer knows what becomes of it. The interrupt stays set.
            return submit(item).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public CompletableFuture<R> submit(T item) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("the writer's own thread would wait for itself");
        }
        if (transactions.active()) {
            throw new IllegalStateException("group-committed writes are refused inside a transaction");
        }
        QueuedItem<T, R> queued = QueuedItem.of(item);
        lock.lock();
        try {
            while (!closed && queue.size() >= MOST_QUEUED) {
                notFull.awaitUninterruptibly();
            }
            if (closed) {
                throw new IllegalStateException("the committer is closed");
            }
            queue.add(queued);
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
        return queued.answer();
    }

    @Override
    public void close() {
        refuseMore();
        awaitWriter();
        onClose.accept(this);
    }

    private void refuseMore() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWriter() {
        if (Thread.currentThread() == writer) {
            return;
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            for (List<QueuedItem<T, R>> batch = next(); !batch.isEmpty(); batch = next()) {
                batches.write(batch, this::takeAll);
                gathering.done(batch.size());
            }
        } finally {
            // Also where the thread ends by an error: nobody may wait for a writer that is gone.
            refuseMore();
            takeAll().forEach(item -> item.failed(Outcome.Kind.ROLLED_BACK, null));
        }
    }

    /** Takes what is queued, up to a batch; waits while there is nothing; empty once closed. */
    private List<QueuedItem<T, R>> next() {
        awaitFirst();
        gathering.await();
        lock.lock();
        try {
            return take(MOST_PER_COMMIT);
        } finally {
            lock.unlock();
        }
    }

    private void awaitFirst() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                notEmpty.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<QueuedItem<T, R>> takeAll() {
        lock.lock();
        try {
            return take(Integer.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    private List<QueuedItem<T, R>> take(int most) {
        List<QueuedItem<T, R>> taken = new ArrayList<>(Math.min(most, queue.size()));
        while (taken.size() < most && !queue.isEmpty()) {
            taken.add(queue.remove());
        }
        notFull.signalAll();
        return taken;
    }
}
