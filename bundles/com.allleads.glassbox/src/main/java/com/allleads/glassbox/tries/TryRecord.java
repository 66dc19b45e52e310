package com.allleads.glassbox.tries;

import com.allleads.glassbox.wall.Wall;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lasting record of tries, written down by a thread of its own, as the wall itself must never wait. */
@Component(service = TryRecord.class, immediate = true)
public final class TryRecord {

    private static final Logger LOG = LoggerFactory.getLogger(TryRecord.class);
    private static final int PAUSE_SECONDS = 2;
    private static final int MOST_SHOWN = 500;

    private final Tries tries;
    private final Jdbi jdbi;
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "glassbox-tries"));

    /** Begins to write. */
    @Activate
    public TryRecord(@Reference Wall wall, @Reference(target = "(schema=com.allleads.glassbox)") Jdbi jdbi) {
        this.tries = wall.tries();
        this.jdbi = jdbi;
        var unused = writer.scheduleWithFixedDelay(this::writeQuietly, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Writes what is left. */
    @Deactivate
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Some tries are not written down");
        }
        writeQuietly();
    }

    /** What was tried up to now, by bundle, the latest first; at most 500. */
    public List<Attempt> all() {
        write();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT bundle, kind, what, first_at, last_at, times"
                        + " FROM glassbox_try ORDER BY bundle, last_at DESC, id FETCH FIRST " + MOST_SHOWN
                        + " ROWS ONLY")
                .map((row, context) -> new Attempt(
                        row.getString("bundle"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("what"),
                        Instant.ofEpochMilli(row.getLong("first_at")),
                        Instant.ofEpochMilli(row.getLong("last_at")),
                        row.getLong("times")))
                .list());
    }

    /** How many different things were tried. */
    public long count() {
        write();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM glassbox_try")
                .mapTo(Long.class)
                .one());
    }

    private void writeQuietly() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("Tries cannot be written down now; they wait", e);
        }
    }

    private synchronized void write() {
        List<Attempt> taken = tries.take();
        int written = 0;
        try {
            for (; written < taken.size(); written++) {
                Attempt attempt = taken.get(written);
                jdbi.useHandle(handle -> write(handle, attempt));
            }
        } finally {
            taken.subList(written, taken.size()).forEach(tries::putBack);
        }
    }

    private static void write(Handle handle, Attempt attempt) {
        int known = handle.createUpdate("UPDATE glassbox_try SET last_at = :last, times = times + :times"
                        + " WHERE bundle = :bundle AND kind = :kind AND what = :what")
                .bind("last", attempt.last().toEpochMilli())
                .bind("times", attempt.times())
                .bind("bundle", attempt.bundle())
                .bind("kind", attempt.kind().name())
                .bind("what", attempt.what())
                .execute();
        if (known == 0) {
            handle.createUpdate("INSERT INTO glassbox_try (bundle, kind, what, first_at, last_at, times)"
                            + " VALUES (:bundle, :kind, :what, :first, :last, :times)")
                    .bind("bundle", attempt.bundle())
                    .bind("kind", attempt.kind().name())
                    .bind("what", attempt.what())
                    .bind("first", attempt.first().toEpochMilli())
                    .bind("last", attempt.last().toEpochMilli())
                    .bind("times", attempt.times())
                    .execute();
        }
    }
}
