package com.allleads.glassbox.wall;

import com.allleads.glassbox.host.Standings;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Who stands in the box, and with whom. */
final class Residents {

    private static final String SETTINGS_OF_COMPONENTS = "org.apache.felix.scr.impl.helper.ConfigAdminTracker";

    private final Standings standings;
    private final Kin kin;
    private final Callers callers;

    Residents(Standings standings, Kin kin, Callers callers) {
        this.standings = standings;
        this.kin = kin;
        this.callers = callers;
    }

    boolean boxed(Bundle bundle) {
        return standings.boxed(bundle);
    }

    /** Whether one in the box may see another bundle: itself, and what came with it. */
    boolean sees(Bundle boxed, Bundle other) {
        return boxed.equals(other) || (boxed(other) && kin.together(boxed, other));
    }

    /** Whether one in the box may use a library of the host's because its feature names it. */
    boolean names(Bundle boxed, Bundle library) {
        return kin.names(boxed, library);
    }

    /**
     * Whether the host's component runtime looks for the settings of components of a bundle in the box: it does so by the
     * bundle's own context and hands it the settings alone.
     */
    boolean settingsAreSought() {
        return callers.through(SETTINGS_OF_COMPONENTS)
                .filter(bundle -> !boxed(bundle))
                .isPresent();
    }

    /** Who in the box uses a context now: its owner, or else somebody who got hold of it; empty where nobody of the box does. */
    Optional<Bundle> user(BundleContext context) {
        Bundle owner = context.getBundle();
        return boxed(owner) ? Optional.of(owner) : callers.nearest().filter(this::boxed);
    }
}
