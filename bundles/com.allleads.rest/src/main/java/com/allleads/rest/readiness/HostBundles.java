package com.allleads.rest.readiness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;

/** The bundles that make up the site. Adapters, which come and go as operators like, are not among them. */
final class HostBundles {

    private static final String OURS = "com.allleads.";

    /** The namespace in which a manifest says which services its bundle brings. */
    private static final String SERVICES = "osgi.service";

    private static final Pattern ADAPTERS =
            Pattern.compile("com\\.allleads\\.(payment|channel|sink|source|partner)\\..*");

    private final BundleContext context;

    HostBundles(BundleContext context) {
        this.context = context;
    }

    /** Those that are installed. */
    List<Bundle> installed() {
        return Stream.of(context.getBundles()).filter(HostBundles::isHost).toList();
    }

    /** Those that are not started or, of the required ones, not even installed. */
    Collection<String> missing(Set<String> required) {
        List<String> missing = new ArrayList<>();
        Set<String> absent = new TreeSet<>(required);
        for (Bundle bundle : installed()) {
            absent.remove(bundle.getSymbolicName());
            state(bundle).ifPresent(state -> missing.add("bundle " + bundle.getSymbolicName() + " is " + state));
        }
        absent.forEach(name -> missing.add("bundle " + name + " is not installed"));
        return missing;
    }

    /** The services that bundles of these would bring if they were started. */
    static Set<String> promisedByStopped(Collection<Bundle> bundles) {
        return bundles.stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .flatMap(revision -> revision.getDeclaredCapabilities(SERVICES).stream())
                .map(capability -> capability.getAttributes().get(Constants.OBJECTCLASS))
                .filter(Collection.class::isInstance)
                .flatMap(names -> ((Collection<?>) names).stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static boolean isHost(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name != null
                && name.startsWith(OURS)
                && !ADAPTERS.matcher(name).matches()
                && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null;
    }

    private static Optional<String> state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> Optional.empty();
            case Bundle.STARTING -> Optional.of("starting");
            case Bundle.STOPPING -> Optional.of("stopping");
            case Bundle.INSTALLED -> Optional.of("not resolved: an import is missing");
            default -> Optional.of("stopped");
        };
    }
}
