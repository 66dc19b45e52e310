package com.allleads.glassbox.console;

import com.allleads.api.console.Listing;
import com.allleads.glassbox.Glance;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:glassbox-tries}. */
@Service
@Command(
        scope = "allleads",
        name = "glassbox-tries",
        description = "Lists what bundles in the glass box tried and didn't get, at most 500 things")
public final class GlassBoxTriesCommand implements Action {

    @Reference
    private Glance glance;

    @Argument(name = "bundle", description = "The symbolic name of the bundle, where only one is meant")
    @Completion(BundleNames.class)
    private String bundle;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("bundle", "kind", "what", "times", "first", "last");
        glance.tries().stream()
                .filter(attempt -> bundle == null || attempt.bundle().startsWith(bundle + " "))
                .forEach(attempt -> listing.row(
                        attempt.bundle(),
                        attempt.kind(),
                        attempt.what(),
                        attempt.times(),
                        attempt.first(),
                        attempt.last()));
        listing.print(System.out, json, "Nothing was tried.");
        return null;
    }
}
