package com.allleads.metrics.console;

import com.allleads.api.console.Listing;
import com.allleads.metrics.Figure;
import com.allleads.metrics.Meters;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:metrics [NAME]}. */
@Service
@Command(scope = "allleads", name = "metrics", description = "Lists what the platform measures, as it is now")
public final class MetricsCommand implements Action {

    @Reference
    private Meters meters;

    @Argument(name = "name", description = "Only what begins so, as in allleads.promises")
    private String name = "";

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("name", "tags", "statistic", "value", "unit");
        for (Figure figure : meters.figures()) {
            if (figure.name().startsWith(name)) {
                listing.row(
                        figure.name(),
                        figure.said(),
                        figure.statistic(),
                        figure.value(),
                        figure.unit().orElse(null));
            }
        }
        listing.print(System.out, json, "Nothing of this name is measured.");
        return null;
    }
}
