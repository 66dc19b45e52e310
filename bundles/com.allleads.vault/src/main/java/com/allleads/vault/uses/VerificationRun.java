package com.allleads.vault.uses;

import com.allleads.vault.uses.ChainVerification.Report;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the record of uses while an operator watches how far it is; one verification at a time on this node. */
@Component(service = VerificationRun.class)
public final class VerificationRun {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

    private final ChainVerification verification;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "vault-verification"));

    private volatile State state = new State(false, 0, 0, Optional.empty());

    @Activate
    public VerificationRun(@Reference ChainVerification verification) {
        this.verification = verification;
    }

    @Deactivate
    public void stop() {
        worker.shutdownNow();
    }

    /** Begins a verification, unless one is under way. */
    public synchronized void start() {
        if (!state.running()) {
            state = new State(true, 0, 0, state.last());
            worker.execute(this::verify);
        }
    }

    /** How far it is, or what the last one found. */
    public State state() {
        return state;
    }

    private void verify() {
        Optional<Finding> last = state.last();
        try {
            Report report = verification.verify((done, total) -> state = new State(true, done, total, last));
            state = new State(
                    false, report.batches(), report.batches(), Optional.of(new Finding(report, Instant.now())));
        } catch (RuntimeException e) {
            LOG.warn("The record of uses could not be verified", e);
            state = new State(false, 0, 0, last);
        }
    }

    /**
     * Where the verification stands.
     *
     * @param running whether one is under way
     * @param done how many batches it has verified
     * @param total how many there are
     * @param last what the last complete one found
     */
    public record State(boolean running, long done, long total, Optional<Finding> last) {}

    /**
     * What a verification found.
     *
     * @param report what
     * @param at when
     */
    public record Finding(Report report, Instant at) {}
}
