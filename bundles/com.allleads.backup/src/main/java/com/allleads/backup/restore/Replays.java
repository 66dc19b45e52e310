package com.allleads.backup.restore;

import com.allleads.api.backup.RestoreReplay;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What capabilities do again after restoring. */
@Component(service = Replays.class)
public final class Replays {

    private final List<RestoreReplay> replays = new CopyOnWriteArrayList<>();

    @Activate
    public Replays() {
        // Those that are installed come one by one.
    }

    /** With these. */
    public Replays(List<RestoreReplay> replays) {
        this.replays.addAll(replays);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RestoreReplay replay) {
        replays.add(replay);
    }

    void remove(RestoreReplay replay) {
        replays.remove(replay);
    }

    /** Whether anybody knows what is to be done again: without, nobody's erasure would be. */
    boolean any() {
        return !replays.isEmpty();
    }

    /** Does all of it. */
    long run(DataSource data, DataSource keys) {
        return replays.stream().mapToLong(replay -> replay.replay(data, keys)).sum();
    }
}
