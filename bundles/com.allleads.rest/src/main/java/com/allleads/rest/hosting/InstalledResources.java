package com.allleads.rest.hosting;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.rest.RestResource;
import com.allleads.rest.RestConfiguration;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
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
@Component(service = InstalledResources.class, configurationPid = RestConfiguration.PID, immediate = true)
public final class InstalledResources {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledResources.class);

    private static final int RETRY_SECONDS = 2;

    private final ResourceServers servers;
    private final BundleContext context;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rest-resources"));
    private final Map<ServiceReference<RestResource>, Installed> installed = new HashMap<>();

    private volatile Duration patience;
    private volatile List<ServedResource> served = List.of();

    @Activate
    public InstalledResources(
            BundleContext context, @Reference ResourceServers servers, RestConfiguration configuration) {
        this.context = context;
        this.servers = servers;
        this.patience = patience(configuration);
    }

    @Modified
    void modified(RestConfiguration configuration) {
        try {
            patience = patience(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the time for requests under way stays as it was", e.getMessage());
        }
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
        long deadline = System.nanoTime() + patience.toNanos();
        gone.forEach(resource -> resource.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }

    /** The resource with the longest prefix that matches a path. */
    public Optional<ServedResource> at(String path) {
        for (ServedResource resource : served) {
            if (resource.matches(path)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** Every resource that is served now. */
    public List<ServedResource> served() {
        return served;
    }

    /** The resources that could not be started, each with the bundle that brought it. */
    public List<String> failed() {
        synchronized (installed) {
            return installed.values().stream()
                    .filter(Installed::isFailed)
                    .map(Installed::toString)
                    .sorted()
                    .toList();
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
        if (resource != null && !resource.close(patience)) {
            LOG.warn("{} went although requests were still under way", resource);
        }
    }

    /** No lock is held here: to get the service may start components of other bundles. */
    private void start(Installed resource) {
        resource.start();
        synchronized (installed) {
            if (installed.containsValue(resource)) {
                serve();
                noteRival(resource);
                if (resource.isFailed() && !retries.isShutdown()) {
                    retries.schedule(() -> start(resource), RETRY_SECONDS, TimeUnit.SECONDS);
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

    private static Duration patience(RestConfiguration configuration) {
        return Duration.ofSeconds(
                Setting.of(RestConfiguration.PID).between("drain.seconds", configuration::drain_seconds, 0, 120));
    }
}
