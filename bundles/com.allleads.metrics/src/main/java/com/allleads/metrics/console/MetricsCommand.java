package com.allleads.metrics.console;

import com.allleads.api.console.Listing;
import com.allleads.metrics.Meters;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:metrics}. */
@Service
@Command(scope = "allleads", name = "metrics", description = "Shows what the platform measures")
public final class MetricsCommand implements Action {

    @Reference
    private Meters meters;

    @Argument(name = "prefix", description = "Only those whose name begins so, as in allleads.promises")
    @Completion(MeterNames.class)
    private String prefix = "allleads.";

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("name", "tags", "statistic", "value");
        meters.readings().stream()
                .filter(reading -> reading.name().startsWith(prefix))
                .forEach(reading ->
                        listing.row(reading.name(), reading.tags(), reading.statistic(), shown(reading.value())));
        listing.print(System.out, json, "Nothing whose name begins with " + prefix + " is measured.");
        return null;
    }

    private static Object shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE ? (Object) (long) value : value;
    }
}
