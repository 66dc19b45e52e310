package com.allleads.api.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Tells a path that nobody answers now (status 503) from one that there is not (status 404): who asks for the first should come
 * again. A path is away while the bundle that brought it is installed and stopped, while what it needs is missing, and for a
 * minute after its update, in which its new version may still be starting. Once the bundle is uninstalled there is no such path.
 *
 * <p>Knows what was brought since it was made; keeps no bundle. Safe for use by many threads.
 */
public final class PathsAway {

    private static final Duration STARTING = Duration.ofMinutes(1);

    private final BundleContext context;
    private final Clock clock;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /** Finds bundles by a context. */
    public PathsAway(BundleContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** A service answers at this path. */
    public void brought(String path, ServiceReference<?> by) {
        Bundle bundle = by.getBundle();
        if (bundle != null) {
            sources.put(path, new Source(bundle.getBundleId(), bundle.getLastModified()));
        }
    }

    /** Whether the path was brought by a bundle that is still installed and may bring it again; for one that nobody answers. */
    public boolean isAway(String path) {
        Source source = sources.get(path);
        if (source == null) {
            return false;
        }
        Optional<Bundle> bundle = Optional.ofNullable(context.getBundle(source.bundle()))
                .filter(known -> known.getState() != Bundle.UNINSTALLED);
        if (bundle.isEmpty()) {
            sources.remove(path, source);
        }
        return bundle.filter(known -> mayBringIt(known, source)).isPresent();
    }

    /**
     * {@link #isAway} of the path or of one that it is below.
     *
     * @param prefix looks no further up than below this one, which somebody answers; empty where nobody does
     */
    public boolean isAwayOrBelow(String path, String prefix) {
        for (int end = path.length(); end > prefix.length(); end = path.lastIndexOf('/', end - 1)) {
            if (isAway(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBringIt(Bundle bundle, Source source) {
        return bundle.getState() != Bundle.ACTIVE
                || bundle.getLastModified() == source.version()
                || Instant.ofEpochMilli(bundle.getLastModified()).plus(STARTING).isAfter(clock.instant());
    }

    /** A bundle and when it was installed or updated last. */
    private record Source(long bundle, long version) {}
}
