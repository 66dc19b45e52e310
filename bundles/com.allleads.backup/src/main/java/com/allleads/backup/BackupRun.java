package com.allleads.backup;

import com.allleads.backup.Progress.Step;
import com.allleads.backup.files.BackupRecord;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes or verifies a backup while operators watch how far it is; one at a time on this node. */
@Component(service = BackupRun.class)
public final class BackupRun {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRun.class);

    private final Backups backups;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "backup"));

    private volatile State state = new State(Optional.empty(), 0, Optional.empty(), Optional.empty());

    @Activate
    public BackupRun(@Reference Backups backups) {
        this.backups = backups;
    }

    @Deactivate
    public void stop() {
        worker.shutdownNow();
    }

    /** Begins a backup; false where something is under way. */
    public boolean make() {
        return start(backups::make, Step.COPY_DATA);
    }

    /** Begins a verification; false where something is under way. */
    public boolean verify(String name) {
        return start(progress -> backups.verify(name, progress), Step.RESTORE_BESIDE);
    }

    /** How far it is, or how the last one ended. */
    public State state() {
        return state;
    }

    private synchronized boolean start(Function<Progress, BackupRecord> work, Step first) {
        if (state.running()) {
            return false;
        }
        state = new State(Optional.of(first), 0, Optional.empty(), Optional.empty());
        worker.execute(() -> run(work));
        return true;
    }

    private void run(Function<Progress, BackupRecord> work) {
        try {
            BackupRecord done = work.apply(
                    (step, rows) -> state = new State(Optional.of(step), rows, Optional.empty(), Optional.empty()));
            state = new State(Optional.empty(), 0, Optional.of(done), Optional.empty());
        } catch (RuntimeException e) {
            LOG.debug("The log has it already", e);
            state = new State(Optional.empty(), 0, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Where it stands.
     *
     * @param step what is done now; empty where nothing is
     * @param done how many rows this step has done
     * @param last how the last one ended
     * @param failure why the last one failed
     */
    public record State(Optional<Step> step, long done, Optional<BackupRecord> last, Optional<String> failure) {

        /** Whether one is under way. */
        public boolean running() {
            return step.isPresent();
        }
    }
}
