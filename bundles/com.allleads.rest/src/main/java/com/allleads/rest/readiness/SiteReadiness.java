package com.allleads.rest.readiness;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.rest.RestConfiguration;
import com.allleads.rest.hosting.InstalledResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the site serves: bundles started, components active, resources served, and nobody who says otherwise. Adapters do
 * not count: whether a card processor is installed is for operators to decide, and the site serves without one.
 */
@Component(service = SiteReadiness.class, configurationPid = RestConfiguration.PID)
public final class SiteReadiness {

    private static final Logger LOG = LoggerFactory.getLogger(SiteReadiness.class);

    /** Anyone may ask as often as they like. */
    private static final Duration FRESH = Duration.ofMillis(200);

    private final HostBundles bundles;
    private final HostComponents components;
    private final InstalledResources resources;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ReadinessCheck> checks;

    private volatile Set<String> required;
    private volatile Finding latest = new Finding(List.of(), Long.MIN_VALUE);

    @Activate
    public SiteReadiness(
            BundleContext context,
            @Reference ServiceComponentRuntime runtime,
            @Reference InstalledResources resources,
            RestConfiguration configuration) {
        this.bundles = new HostBundles(context);
        this.components = new HostComponents(runtime);
        this.resources = resources;
        this.required = required(configuration);
    }

    @Modified
    void modified(RestConfiguration configuration) {
        try {
            required = required(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the required bundles stay as they were", e.getMessage());
        }
    }

    /** What is missing, one sentence each; empty when the site serves. */
    public List<String> missing() {
        Finding last = latest;
        if (last.at() == Long.MIN_VALUE || System.nanoTime() - last.at() > FRESH.toNanos()) {
            last = new Finding(look(), System.nanoTime());
            latest = last;
        }
        return last.missing();
    }

    private List<String> look() {
        List<String> missing = new ArrayList<>(bundles.missing(required));
        missing.addAll(components.missing(bundles.installed()));
        resources.failed().forEach(resource -> missing.add(resource + " is not served; the log says why"));
        checks.stream().map(SiteReadiness::ask).flatMap(Optional::stream).forEach(missing::add);
        return List.copyOf(missing);
    }

    /** One that fails is not ready either. */
    private static Optional<String> ask(ReadinessCheck check) {
        try {
            return check.missing();
        } catch (RuntimeException e) {
            LOG.debug("A readiness check failed", e);
            return Optional.of(check.getClass().getName() + " could not be asked");
        }
    }

    private static Set<String> required(RestConfiguration configuration) {
        Set<String> names = Stream.of(configuration.required_bundles().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (names.stream().anyMatch(name -> !name.matches("[A-Za-z0-9._-]+"))) {
            throw Setting.of(RestConfiguration.PID)
                    .refuse("required.bundles", "must be symbolic names of bundles, separated by commas");
        }
        return names;
    }

    private record Finding(List<String> missing, long at) {}
}
