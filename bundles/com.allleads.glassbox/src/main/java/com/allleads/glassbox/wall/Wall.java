package com.allleads.glassbox.wall;

import com.allleads.api.glassbox.GlassBox;
import com.allleads.glassbox.host.Standing;
import com.allleads.glassbox.host.Standings;
import com.allleads.glassbox.tries.Tries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.wiring.FrameworkWiring;

/** The wall, from when it stands until it goes. */
public final class Wall implements GlassBox {

    private static final int REFRESH_SECONDS = 60;

    private final BundleContext context;
    private final Standings standings;
    private final Tries tries;
    private final Kin kin;
    private final Latecomers latecomers;
    private final ServiceWall services;
    private final BundleWall bundles;
    private final ResolverWall resolver;
    private final CodeWall code;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** Does not stand yet. */
    public Wall(BundleContext context, Standings standings, Tries tries) {
        this.context = context;
        this.standings = standings;
        this.tries = tries;
        this.kin = new Kin(context);
        Residents residents = new Residents(standings, kin, new Callers(context.getBundle()));
        Wires wires = new Wires(residents);
        this.latecomers = new Latecomers(context, residents, wires);
        this.services = new ServiceWall(residents, tries, context.getBundle());
        this.bundles = new BundleWall(residents, tries, context.getBundle());
        this.resolver = new ResolverWall(residents, wires, new Demands(() -> Stream.of(context.getBundles())), tries);
        this.code = new CodeWall(residents, tries);
    }

    /** Stands from now on. Whoever asks for {@link GlassBox} finds it once all of it does. */
    public void raise() {
        hook(services, FindHook.class, EventListenerHook.class, ListenerHook.class);
        hook(bundles, org.osgi.framework.hooks.bundle.FindHook.class, EventHook.class);
        hook(resolver, ResolverHookFactory.class);
        hook(code, WeavingHook.class);
        latecomers.comeIn();
        registrations.add(
                context.registerService(new String[] {GlassBox.class.getName(), Wall.class.getName()}, this, null));
    }

    /** Goes: first nobody uses a bundle in the box any more, then each is stopped, then the hooks go. */
    public void drop() {
        Collections.reverse(registrations);
        registrations.get(0).unregister();
        latecomers.goOut();
        registrations.subList(1, registrations.size()).forEach(ServiceRegistration::unregister);
        kin.close();
    }

    @Override
    public boolean admits(long number) {
        Bundle bundle = context.getBundle(number);
        return bundle != null && (!standings.boxed(bundle) || !latecomers.unwalled(bundle));
    }

    /** All bundles that stand in the box, by number. */
    public List<Bundle> boxed() {
        return with(Standing.BOXED);
    }

    /** All bundles of a standing, by number. */
    public List<Bundle> with(Standing standing) {
        return Stream.of(context.getBundles())
                .filter(bundle -> standings.of(bundle) == standing)
                .toList();
    }

    /** Whose a bundle is. */
    public Standing standing(Bundle bundle) {
        return standings.of(bundle);
    }

    /** What is known of tries that were not written down yet. */
    public Tries tries() {
        return tries;
    }

    /** The digest of what a bundle consists of. */
    public String digest(Bundle bundle) {
        return standings.digest(bundle);
    }

    /**
     * Looks again at what operators decided, and makes a bundle anew by it.
     *
     * @throws IllegalStateException where that does not end
     */
    public void reconsider(Bundle decided) {
        standings.refresh();
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(decided), (FrameworkEvent event) -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It is decided, but making the bundle anew takes long; see its state.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void hook(Object hook, Class<?>... types) {
        // Asked first, so that others have less to do; what one takes away no other puts back.
        registrations.add(context.registerService(
                Stream.of(types).map(Class::getName).toArray(String[]::new),
                hook,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE))));
    }
}
