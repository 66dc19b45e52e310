package com.allleads.rest.hosting;

import com.allleads.api.rest.PathsAway;
import com.allleads.api.rest.RestResource;
import com.allleads.rest.RestSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources that the installed bundles brought. Of two with one prefix the one with the higher service ranking is
 * served, and the other waits beside it. A resource that goes is first taken off the list and then waited for, so that its
 * requests end on the services that they began with.
 */
@Component(service = InstalledResources.class, immediate = true)
public final class InstalledResources {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledResources.class);

    private final ResourceServers servers;
    private final BundleContext context;
    private final RestSettings settings;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rest-resources"));
    private final Map<ServiceReference<RestResource>, Installed> installed = new HashMap<>();

    private final PathsAway away;

    private volatile List<ServedResource> served = List.of();

    @Activate
    public InstalledResources(
            BundleContext context, @Reference ResourceServers servers, @Reference RestSettings settings) {
        this.context = context;
        this.servers = servers;
        this.settings = settings;
        this.away = new PathsAway(context, Clock.systemUTC());
    }

    @Deactivate
    void stop() {
        retries.shutdownNow();
        List<Installed> gone;
        synchronized (installed) {
            gone = List.copyOf(installed.values());
            installed.clear();
            serve();
        }
        long deadline = System.nanoTime() + settings.now().patience().toNanos();
        gone.forEach(resource -> resource.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }

    /** The resource with the longest prefix that matches a path; none while one with a longer one is away. */
    public Optional<ServedResource> at(String path) {
        for (ServedResource resource : served) {
            if (resource.matches(path)) {
                return away.isAwayOrBelow(path, resource.prefix()) ? Optional.empty() : Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** Whether the resource of a path at which there is none now was there, and may be again. */
    public boolean isAway(String path) {
        return away.isAwayOrBelow(path, "");
    }

    /** Every resource that is served now. */
    public List<ServedResource> served() {
        return served;
    }

    /**
     * The resources that requests do not find, one sentence each: one that cannot be started, one that was started but is not
     * on the list yet, and one that a component is about to bring.
     *
     * @param promised the prefixes that components bring which are active
     */
    public List<String> missing(Set<String> promised) {
        synchronized (installed) {
            Set<String> found = served.stream().map(ServedResource::prefix).collect(Collectors.toSet());
            Set<String> known =
                    installed.values().stream().map(Installed::prefix).collect(Collectors.toSet());
            Stream<String> unserved = installed.values().stream()
                    .filter(resource -> resource.server().isEmpty() || !found.contains(resource.prefix()))
                    .map(resource -> resource
                            + (resource.isFailed() ? " is not served; the log says why" : " is not served yet"));
            Stream<String> expected = promised.stream()
                    .filter(prefix -> !known.contains(prefix))
                    .map(prefix -> "REST resource " + prefix + " is not served yet");
            return Stream.concat(unserved, expected).sorted().toList();
        }
    }

    @Reference(
            name = "resource",
            service = RestResource.class,
            unbind = "removed",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void added(ServiceReference<RestResource> reference) {
        Installed resource = new Installed(context, reference, servers);
        away.brought(resource.prefix(), reference);
        synchronized (installed) {
            installed.put(reference, resource);
        }
        start(resource);
    }

    void removed(ServiceReference<RestResource> reference) {
        Installed resource;
        synchronized (installed) {
            resource = installed.remove(reference);
            serve();
        }
        if (resource != null && !resource.close(settings.now().patience())) {
            LOG.warn("{} went although requests were still under way", resource);
        }
    }

    /** No lock is held here: to get the service may start components of other bundles. */
    @SuppressWarnings("FutureReturnValueIgnored") // starting notes what fails in it
    private void start(Installed resource) {
        resource.start();
        synchronized (installed) {
            if (installed.containsValue(resource)) {
                serve();
                noteRival(resource);
                if (resource.isFailed() && !retries.isShutdown()) {
                    retries.schedule(() -> start(resource), resource.pause().toSeconds(), TimeUnit.SECONDS);
                }
                return;
            }
        }
        resource.close(Duration.ZERO);
    }

    private void serve() {
        Map<String, Installed> best = new HashMap<>();
        for (Installed resource : installed.values()) {
            if (resource.server().isPresent()) {
                best.merge(resource.prefix(), resource, BinaryOperator.maxBy(Comparator.naturalOrder()));
            }
        }
        served = sorted(best.values());
    }

    @SuppressWarnings("ReferenceEquality") // one class may be installed twice
    private void noteRival(Installed resource) {
        installed.values().stream()
                .filter(other -> other != resource && other.prefix().equals(resource.prefix()))
                .forEach(other -> LOG.warn("{} and {}: the one with the higher ranking is served", resource, other));
    }

    private static List<ServedResource> sorted(Collection<Installed> resources) {
        return resources.stream()
                .flatMap(resource -> resource.server().stream())
                .sorted(Comparator.comparingInt(
                                (ServedResource resource) -> -resource.prefix().length())
                        .thenComparing(ServedResource::prefix))
                .toList();
    }
}
