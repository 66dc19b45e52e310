package com.allleads.glassbox.wall;

import com.allleads.glassbox.tries.Kind;
import com.allleads.glassbox.tries.Tries;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Lets no wire go through the wall that may not, and resolves nobody who would have the host act for them. */
final class ResolverWall implements ResolverHookFactory, ResolverHook {

    private final Residents residents;
    private final Wires wires;
    private final Demands demands;
    private final Tries tries;

    ResolverWall(Residents residents, Wires wires, Demands demands, Tries tries) {
        this.residents = residents;
        this.wires = wires;
        this.demands = demands;
        this.tries = tries;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(candidate -> residents.boxed(candidate.getBundle()) && demanding(candidate.getBundle()));
    }

    private boolean demanding(Bundle bundle) {
        Optional<Map.Entry<Kind, String>> demand = demands.of(bundle);
        demand.ifPresent(found -> tries.note(bundle, found.getKey(), found.getValue()));
        return demand.isPresent();
    }

    /** A bundle in the box that takes a host's name as its own pushes nobody out. */
    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        boolean boxed = residents.boxed(singleton.getRevision().getBundle());
        collisions.removeIf(other -> residents.boxed(other.getRevision().getBundle()) != boxed);
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        Bundle from = requirement.getRevision().getBundle();
        boolean boxed = residents.boxed(from);
        candidates.removeIf(candidate -> {
            boolean refused = !wires.allowed(from, candidate);
            if (refused && boxed) {
                tries.note(
                        from,
                        candidate.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                                ? Kind.PACKAGE
                                : Kind.BUNDLE_WIRE,
                        Wires.name(candidate));
            }
            return refused;
        });
    }

    @Override
    public void end() {
        // One hook serves every resolve operation, as it keeps nothing of any.
    }
}
