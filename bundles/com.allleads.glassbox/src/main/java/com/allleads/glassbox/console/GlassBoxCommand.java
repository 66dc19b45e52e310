package com.allleads.glassbox.console;

import com.allleads.api.console.Listing;
import com.allleads.glassbox.Glance;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:glassbox}. */
@Service
@Command(
        scope = "allleads",
        name = "glassbox",
        description =
                "Lists the bundles that are not the host's own: those in the glass box, with what each sees and offers"
                        + " and how many things it tried and didn't get, and those that an operator took out")
public final class GlassBoxCommand implements Action {

    @Reference
    private Glance glance;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing =
                Listing.of("id", "bundle", "version", "state", "standing", "sees", "offers", "tried", "location");
        for (Glance.Seen seen : glance.bundles()) {
            listing.row(
                    seen.number(),
                    seen.name(),
                    seen.version(),
                    seen.state(),
                    seen.standing(),
                    json ? seen.sees() : seen.sees().size() + " packages",
                    seen.offers(),
                    seen.tried(),
                    seen.location());
        }
        listing.print(System.out, json, "Every bundle is the host's own.");
        return null;
    }
}
