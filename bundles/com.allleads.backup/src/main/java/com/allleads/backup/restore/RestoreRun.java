package com.allleads.backup.restore;

import com.allleads.api.audit.OperatorAct;
import com.allleads.backup.Progress;
import com.allleads.backup.restore.Restoration.Restored;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restores for an operator on a page, who cannot wait there: the page goes while tables are replaced. */
@Component(service = RestoreRun.class)
public final class RestoreRun {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreRun.class);

    private final Restoration restoration;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "restore"));

    private volatile State state = new State(false, Optional.empty(), Optional.empty());

    @Activate
    public RestoreRun(@Reference Restoration restoration) {
        this.restoration = restoration;
    }

    @Deactivate
    public void stop() {
        worker.shutdownNow();
    }

    /** Begins, unless one is under way. The keys stay as they are. */
    public synchronized void start(String file, OperatorAct act) {
        if (!state.running()) {
            state = new State(true, Optional.empty(), Optional.empty());
            worker.execute(() -> restore(file, act));
        }
    }

    /** Whether one is under way, or how the last one ended. */
    public State state() {
        return state;
    }

    private void restore(String file, OperatorAct act) {
        try {
            Restored restored = restoration.restore(file, Optional.empty(), act, Progress.UNSEEN);
            state = new State(false, Optional.of(restored), Optional.empty());
        } catch (RuntimeException e) {
            LOG.error("{}", e.getMessage(), e);
            state = new State(false, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Where it stands.
     *
     * @param running whether one is under way
     * @param last what the last one restored
     * @param failure why the last one failed
     */
    public record State(boolean running, Optional<Restored> last, Optional<String> failure) {}
}
