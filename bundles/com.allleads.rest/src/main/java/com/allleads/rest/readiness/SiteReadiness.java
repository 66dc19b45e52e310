package com.allleads.rest.readiness;

import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.rest.RestSettings;
import com.allleads.rest.hosting.InstalledResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
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
@Component(service = SiteReadiness.class)
public final class SiteReadiness {

    private static final Logger LOG = LoggerFactory.getLogger(SiteReadiness.class);

    /** Anyone may ask as often as they like. */
    private static final Duration FRESH = Duration.ofMillis(200);

    private final HostBundles bundles;
    private final HostComponents components;
    private final InstalledResources resources;
    private final RestSettings settings;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ReadinessCheck> checks;

    private volatile Finding latest = new Finding(List.of(), Long.MIN_VALUE);

    @Activate
    public SiteReadiness(
            BundleContext context,
            @Reference ServiceComponentRuntime runtime,
            @Reference InstalledResources resources,
            @Reference RestSettings settings) {
        this.bundles = new HostBundles(context);
        this.components = new HostComponents(runtime);
        this.resources = resources;
        this.settings = settings;
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
        List<String> missing = new ArrayList<>(bundles.missing(settings.now().requiredBundles()));
        missing.addAll(components.missing(bundles.installed()));
        if (missing.isEmpty()) {
            // Otherwise they are missing because of that.
            missing.addAll(resources.missing(components.prefixes(bundles.installed())));
        }
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

    private record Finding(List<String> missing, long at) {}
}
