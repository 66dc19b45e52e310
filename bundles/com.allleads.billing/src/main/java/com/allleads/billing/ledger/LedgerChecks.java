package com.allleads.billing.ledger;

import com.allleads.billing.ledger.LedgerVerification.Result;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the ledger in the background, one time after the other, and tells how far it is. */
@Component(service = LedgerChecks.class)
public final class LedgerChecks {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerChecks.class);

    private final LedgerVerification verification;
    private final Jdbi jdbi;
    private final AtomicReference<Standing> standing = new AtomicReference<>(new NotBegun());
    private final ExecutorService thread = Executors.newSingleThreadExecutor(LedgerChecks::thread);
    private volatile boolean stopping;

    @Activate
    public LedgerChecks(
            @Reference LedgerVerification verification,
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.verification = verification;
        this.jdbi = jdbi;
    }

    /** Gives up at the next step: the database does not bear a thread that is interrupted. */
    @Deactivate
    public void stop() {
        stopping = true;
        thread.shutdown();
    }

    /** How far the latest check is. */
    public Standing standing() {
        return standing.get();
    }

    /** Begins a check, unless one is under way. */
    public void begin() {
        Standing before = standing.get();
        if (!(before instanceof UnderWay) && standing.compareAndSet(before, new UnderWay(0, entries()))) {
            thread.execute(this::check);
        }
    }

    private void check() {
        try {
            standing.set(new Ended(verification.verify(this::tell)));
        } catch (CancellationException stopped) {
            standing.set(new NotBegun());
        } catch (RuntimeException e) {
            LOG.warn("The ledger could not be verified", e);
            standing.set(new Failed());
        }
    }

    private void tell(long checked) {
        if (stopping) {
            throw new CancellationException("billing stops");
        }
        standing.updateAndGet(now ->
                now instanceof UnderWay underWay ? new UnderWay(checked, Math.max(checked, underWay.entries())) : now);
    }

    private long entries() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT SUM(changes) FROM billing_account")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "billing-ledger-check");
        thread.setDaemon(true);
        return thread;
    }

    /** How far the latest check is. */
    public sealed interface Standing {}

    /** None was begun since the site started. */
    public record NotBegun() implements Standing {}

    /**
     * One is under way.
     *
     * @param checked how many entries were checked
     * @param entries how many there are
     */
    public record UnderWay(long checked, long entries) implements Standing {}

    /**
     * It ended.
     *
     * @param result what was found
     */
    public record Ended(Result result) implements Standing {}

    /** The database failed; nothing is known. */
    public record Failed() implements Standing {}
}
