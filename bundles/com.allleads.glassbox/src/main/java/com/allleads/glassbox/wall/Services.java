package com.allleads.glassbox.wall;

import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Which services pass the wall, either way. */
final class Services {

    private static final String CONTRACT = "com.allleads.spi.";
    private final Residents residents;

    Services(Residents residents) {
        this.residents = residents;
    }

    /** Whether one in the box may see a service: its own, that of what came with it, and what the host offers by the contract. */
    boolean visible(Bundle boxed, ServiceReference<?> service) {
        Bundle provider = service.getBundle();
        if (provider == null) {
            return false;
        }
        return residents.boxed(provider)
                ? residents.sees(boxed, provider)
                : types(service).allMatch(type -> type.startsWith(CONTRACT));
    }

    /** Whether the host sees a service: all but what bundles in the box offer beside the contract. */
    boolean visibleToHost(ServiceReference<?> service) {
        Bundle provider = service.getBundle();
        return provider == null
                || !residents.boxed(provider)
                || types(service).allMatch(type -> type.startsWith(CONTRACT));
    }

    static Stream<String> types(ServiceReference<?> service) {
        return Stream.of((String[]) service.getProperty(Constants.OBJECTCLASS));
    }
}
