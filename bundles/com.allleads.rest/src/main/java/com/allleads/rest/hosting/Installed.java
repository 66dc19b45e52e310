package com.allleads.rest.hosting;

import com.allleads.api.rest.RestResource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A resource that a bundle brought: not started yet, started, failed or closed. */
final class Installed implements Comparable<Installed> {

    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLED = 6;

    private final BundleContext context;
    private final ServiceReference<RestResource> reference;
    private final ResourceServers servers;
    private final String prefix;

    private volatile ServedResource server;
    private final AtomicInteger failures = new AtomicInteger();

    Installed(BundleContext context, ServiceReference<RestResource> reference, ResourceServers servers) {
        this.context = context;
        this.reference = reference;
        this.servers = servers;
        this.prefix = reference.getProperty(RestResource.PREFIX) instanceof String text ? text : "";
    }

    String prefix() {
        return prefix;
    }

    Optional<ServedResource> server() {
        return Optional.ofNullable(server);
    }

    boolean isFailed() {
        return failures.get() > 0;
    }

    /** How long to wait before another try: longer each time, for the framework logs every one. */
    Duration pause() {
        int count = failures.get();
        return count < MOST_DOUBLED ? FIRST_PAUSE.multipliedBy(1L << count) : LONGEST_PAUSE;
    }

    /** Starts the server; what keeps it from starting is logged the first time and shown by {@code /ready}. */
    void start() {
        try {
            server = server == null ? newServer() : server;
            failures.set(0);
        } catch (RuntimeException | LinkageError e) {
            if (failures.getAndIncrement() == 0) {
                LOG.error("{} cannot be served", this, e);
            }
        }
    }

    private ServedResource newServer() {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(RestResource.PREFIX + " must be a path as in /me/balance");
        }
        RestResource resource = context.getService(reference);
        if (resource == null) {
            throw new IllegalStateException("the service cannot be had: its component does not start");
        }
        return servers.start(prefix, resource);
    }

    /** Ends the server and gives the service back. */
    boolean close(Duration patience) {
        boolean done = server().map(started -> started.close(patience)).orElse(true);
        server = null;
        context.ungetService(reference);
        return done;
    }

    @Override
    public int compareTo(Installed other) {
        return reference.compareTo(other.reference);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        Object bundle = reference.getBundle() == null
                ? "a bundle that is gone"
                : reference.getBundle().getSymbolicName();
        return "REST resource " + prefix + " of " + bundle;
    }
}
