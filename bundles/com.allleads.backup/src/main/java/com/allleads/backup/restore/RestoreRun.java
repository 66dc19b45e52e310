package com.allleads.backup.restore;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.backup.Progress;
import com.allleads.backup.restore.Restoration.Restored;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /**
     * Begins, unless one is under way. The keys stay as they are.
     *
     * @param recorded does it and writes it down
     */
    public synchronized void start(
            String file, String operator, String reason, Function<Supplier<Restored>, Restored> recorded) {
        if (!state.running()) {
            state = new State(true, Optional.empty(), Optional.empty());
            worker.execute(() -> restore(() -> recorded.apply(
                    () -> restoration.restore(file, Optional.empty(), operator, reason, Progress.UNSEEN))));
        }
    }

    /** Whether one is under way, or how the last one ended. */
    public State state() {
        return state;
    }

    private void restore(Supplier<Restored> work) {
        try {
            state = new State(false, Optional.of(work.get()), Optional.empty());
        } catch (ProblemException e) {
            Problem problem = e.problem();
            state = new State(false, Optional.empty(), problem.detail().or(() -> Optional.of(problem.title())));
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
