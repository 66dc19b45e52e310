package com.allleads.glassbox.wall;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;

/** Which wires may go through the wall. */
final class Wires {

    private final Residents residents;

    Wires(Residents residents) {
        this.residents = residents;
    }

    /** Whether a bundle may be wired to what another has. */
    boolean allowed(Bundle from, BundleCapability to) {
        Bundle provider = to.getRevision().getBundle();
        if (from.equals(provider)) {
            return true;
        }
        boolean boxed = residents.boxed(from);
        boolean foreign = residents.boxed(provider);
        return switch (to.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> boxed ? mayImport(from, provider, name(to)) : !foreign;
            case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE ->
                boxed ? foreign && residents.sees(from, provider) : !foreign;
            default -> true;
        };
    }

    /** What a capability is called in the record. */
    static String name(BundleCapability capability) {
        return String.valueOf(capability.getAttributes().get(capability.getNamespace()));
    }

    private boolean mayImport(Bundle from, Bundle provider, String name) {
        if (provider.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return Packages.ofFramework(name);
        }
        if (residents.boxed(provider)) {
            return residents.sees(from, provider);
        }
        return Packages.shared(name) || (Packages.plain(name) && residents.names(from, provider));
    }
}
