package com.allleads.glassbox.wall;

import com.allleads.glassbox.tries.Kind;
import com.allleads.glassbox.tries.Tries;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;

/** Takes out of every answer and event what is not for who asks or listens. */
final class ServiceWall implements FindHook, EventListenerHook, ListenerHook {

    private static final String MANAGED = "org.osgi.service.cm.ManagedService";
    private static final String SETTINGS = "org.osgi.service.cm.ConfigurationAdmin";

    private final Residents residents;
    private final Services services;
    private final Tries tries;
    private final Bundle own;
    /** Listeners that code in the box added to contexts of others. */
    private final Set<ListenerInfo> strays = ConcurrentHashMap.newKeySet();
    /** Listeners by which the component runtime hears of what keeps the settings. */
    private final Set<ListenerInfo> components = ConcurrentHashMap.newKeySet();

    ServiceWall(Residents residents, Tries tries, Bundle own) {
        this.residents = residents;
        this.services = new Services(residents);
        this.tries = tries;
        this.own = own;
    }

    @Override
    public void find(
            BundleContext context, String name, String filter, boolean all, Collection<ServiceReference<?>> found) {
        if (context.getBundle().equals(own) || context.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return;
        }
        Optional<Bundle> boxed = residents.user(context);
        if (boxed.isEmpty()) {
            found.removeIf(service -> !services.visibleToHost(service));
        } else if (!forComponents(name) && found.removeIf(service -> !services.visible(boxed.get(), service))) {
            tries.note(boxed.get(), Kind.SERVICE, asked(name, filter));
        }
    }

    private boolean forComponents(String name) {
        return SETTINGS.equals(name) && residents.settingsAreSought();
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> service = event.getServiceReference();
        boolean forHost = services.visibleToHost(service);
        if (!forHost && event.getType() == ServiceEvent.REGISTERED && !ofComponents(service)) {
            tries.note(
                    service.getBundle(),
                    Kind.OFFER,
                    Services.types(service).sorted().collect(Collectors.joining(", ")));
        }
        // Whoever has a service already hears of its end, lest they keep it.
        boolean hostHears = forHost || event.getType() == ServiceEvent.UNREGISTERING;
        boolean settings = Services.types(service).anyMatch(SETTINGS::equals);
        for (Map.Entry<BundleContext, Collection<ListenerInfo>> each :
                Map.copyOf(listeners).entrySet()) {
            if (!hears(each.getKey(), service, hostHears)) {
                each.getValue().removeIf(listener -> !settings || !components.contains(listener));
            }
            each.getValue().removeIf(strays::contains);
        }
    }

    @Override
    public void added(Collection<ListenerInfo> listeners) {
        for (ListenerInfo listener : listeners) {
            Bundle owner = listener.getBundleContext().getBundle();
            if (listener.isRemoved() || owner == null) {
                continue;
            }
            if (residents.boxed(owner)) {
                if (residents.settingsAreSought()) {
                    components.add(listener);
                }
            } else {
                residents.user(listener.getBundleContext()).ifPresent(boxed -> {
                    strays.add(listener);
                    tries.note(boxed, Kind.SERVICE, "to listen by the context of " + owner.getSymbolicName());
                });
            }
        }
    }

    @Override
    public void removed(Collection<ListenerInfo> listeners) {
        strays.removeAll(listeners);
        components.removeAll(listeners);
    }

    /** The component runtime has one in the name of each bundle whose components have settings; it asks for nothing. */
    private static boolean ofComponents(ServiceReference<?> service) {
        return service.getProperty(Constants.SERVICE_PID) == null
                && Services.types(service).allMatch(MANAGED::equals);
    }

    private boolean hears(BundleContext context, ServiceReference<?> service, boolean hostHears) {
        Bundle owner = context.getBundle();
        if (owner.equals(own) || owner.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return true;
        }
        return residents.boxed(owner) ? services.visible(owner, service) : hostHears;
    }

    private static String asked(String name, String filter) {
        String asked = Stream.of(name, filter).filter(part -> part != null).collect(Collectors.joining(" "));
        return asked.isEmpty() ? "every service" : asked;
    }
}
