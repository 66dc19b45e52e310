package com.allleads.glassbox;

import com.allleads.glassbox.host.Standing;
import com.allleads.glassbox.tries.Attempt;
import com.allleads.glassbox.tries.Tries;
import com.allleads.glassbox.tries.TryRecord;
import com.allleads.glassbox.wall.Wall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators see of the glass box. */
@Component(service = Glance.class)
public final class Glance {

    private static final Map<Integer, String> STATES = Map.of(
            Bundle.INSTALLED, "INSTALLED",
            Bundle.RESOLVED, "RESOLVED",
            Bundle.STARTING, "STARTING",
            Bundle.ACTIVE, "ACTIVE",
            Bundle.STOPPING, "STOPPING",
            Bundle.UNINSTALLED, "UNINSTALLED");

    private final Wall wall;
    private final TryRecord record;

    /** Looks when it is asked. */
    @Activate
    public Glance(@Reference Wall wall, @Reference TryRecord record) {
        this.wall = wall;
        this.record = record;
    }

    /**
     * A bundle that is not the host's own.
     *
     * @param number its number
     * @param name its symbolic name
     * @param version its version
     * @param state its state in the framework
     * @param standing whether it stands in the box, or who took it out
     * @param location where it was installed from
     * @param sees the packages that it is handed from outside of itself
     * @param offers the types of services that it offers
     * @param tried how many different things it tried and didn't get
     */
    public record Seen(
            long number,
            String name,
            String version,
            String state,
            String standing,
            String location,
            List<String> sees,
            List<String> offers,
            long tried) {}

    /** Every bundle that is not the host's own, by standing and number. */
    public List<Seen> bundles() {
        Map<String, Long> tried =
                record.all().stream().collect(Collectors.groupingBy(Attempt::bundle, Collectors.counting()));
        List<Seen> seen = new ArrayList<>();
        for (Standing standing : List.of(Standing.BOXED, Standing.TRUSTED, Standing.TRUSTED_BLINDLY)) {
            wall.with(standing).forEach(bundle -> seen.add(seen(bundle, standing, tried)));
        }
        return seen;
    }

    /** What bundles in the box tried and didn't get. */
    public List<Attempt> tries() {
        return record.all();
    }

    private static Seen seen(Bundle bundle, Standing standing, Map<String, Long> tried) {
        return new Seen(
                bundle.getBundleId(),
                Optional.ofNullable(bundle.getSymbolicName()).orElse(""),
                bundle.getVersion().toString(),
                STATES.getOrDefault(bundle.getState(), ""),
                standing.name(),
                bundle.getLocation(),
                packages(bundle),
                services(bundle),
                tried.getOrDefault(Tries.name(bundle), 0L));
    }

    private static List<String> packages(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleWiring.class))
                .map(wiring -> wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE))
                .stream()
                .flatMap(List::stream)
                .map(wire -> wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                .map(Object::toString)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> services(Bundle bundle) {
        ServiceReference<?>[] offered = bundle.getRegisteredServices();
        return Stream.of(Optional.ofNullable(offered).orElse(new ServiceReference<?>[0]))
                .map(service -> (String[]) service.getProperty(Constants.OBJECTCLASS))
                .map(Stream::of)
                .flatMap(Function.identity())
                .distinct()
                .sorted()
                .toList();
    }
}
