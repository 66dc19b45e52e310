package com.allleads.glassbox.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.glassbox.host.Standing;
import com.allleads.glassbox.tries.TryRecord;
import com.allleads.glassbox.wall.Wall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code security.misuse}, as far as code of others goes: every bundle that neither the distribution brought nor an
 * operator took for the host's own by its content stands in the box.
 */
@Component
public final class EveryStrangerBoxed implements PromiseCheck {

    private final Wall wall;
    private final TryRecord record;

    /** Counts when it is asked. */
    @Activate
    public EveryStrangerBoxed(@Reference Wall wall, @Reference TryRecord record) {
        this.wall = wall;
        this.record = record;
    }

    @Override
    public String promise() {
        return "security.misuse";
    }

    @Override
    public Evidence count() {
        List<Bundle> boxed = wall.boxed();
        long outside = boxed.stream()
                        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                        .filter(bundle -> !wall.admits(bundle.getBundleId()))
                        .count()
                + wall.with(Standing.TRUSTED_BLINDLY).size();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("bundlesOutsideOfTheBox", outside);
        counts.put("bundlesInTheBox", (long) boxed.size());
        counts.put(
                "bundlesTrustedByOperators", (long) wall.with(Standing.TRUSTED).size());
        counts.put("thingsTriedAndRefused", record.count());
        return new Evidence(
                outside == 0 ? PromiseState.KEPT : PromiseState.BROKEN,
                counts,
                "Code of other companies runs in a box: it gets what it is handed and neither data, settings nor services"
                        + " of the site.");
    }
}
