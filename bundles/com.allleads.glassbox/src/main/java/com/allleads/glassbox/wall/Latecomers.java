package com.allleads.glassbox.wall;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bundles that belong into the box and were there before it, or stay when it goes. Who ran without a wall, or has a wire that
 * the wall would not let through, is made anew behind it and is not used until then; who would run without one is stopped.
 */
final class Latecomers {

    private static final Logger LOG = LoggerFactory.getLogger(Latecomers.class);

    private final BundleContext context;
    private final Residents residents;
    private final Wires wires;
    private final Map<Bundle, BundleWiring> unwalled = new ConcurrentHashMap<>();

    Latecomers(BundleContext context, Residents residents, Wires wires) {
        this.context = context;
        this.residents = residents;
        this.wires = wires;
    }

    /** Makes anew who ran without a wall, and starts who was stopped when the last one went. */
    void comeIn() {
        List<Bundle> boxed = boxed();
        boxed.stream().filter(bundle -> running(bundle) || wiredThrough(bundle)).forEach(bundle -> Optional.ofNullable(
                        bundle.adapt(BundleWiring.class))
                .ifPresent(wiring -> unwalled.put(bundle, wiring)));
        if (!unwalled.isEmpty()) {
            LOG.info("Made anew behind the wall: {}", unwalled.keySet());
            system().adapt(FrameworkWiring.class).refreshBundles(List.copyOf(unwalled.keySet()));
        }
        boxed.stream()
                .filter(bundle -> !unwalled.containsKey(bundle))
                .filter(this::due)
                .forEach(Latecomers::start);
    }

    /** Stops who would run without a wall; each is started again with the next one. */
    void goOut() {
        boxed().stream().filter(Latecomers::running).forEach(Latecomers::stop);
    }

    /** Whether a bundle in the box still is as it was before the wall. */
    boolean unwalled(Bundle bundle) {
        BundleWiring before = unwalled.get(bundle);
        return before != null && before.equals(bundle.adapt(BundleWiring.class));
    }

    private List<Bundle> boxed() {
        return Stream.of(context.getBundles()).filter(residents::boxed).toList();
    }

    private static boolean running(Bundle bundle) {
        return (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
    }

    private boolean wiredThrough(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && Optional.ofNullable(wiring.getRequiredWires(null)).stream()
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .anyMatch(wire -> !wires.allowed(bundle, wire.getCapability()));
    }

    private boolean due(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0
                && level.isPersistentlyStarted()
                && level.getStartLevel()
                        <= system().adapt(FrameworkStartLevel.class).getStartLevel();
    }

    private Bundle system() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            LOG.warn("{} does not start behind the wall", bundle, e);
        }
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.warn("{} failed to stop before the wall goes", bundle, e);
        }
    }
}
