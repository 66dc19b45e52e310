package com.allleads.billing.console;

import com.allleads.api.console.Listing;
import com.allleads.billing.processors.Processors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:processors}. */
@Service
@Command(
        scope = "allleads",
        name = "processors",
        description = "Lists the card processors that are installed, where each stands and what it receives")
public final class ProcessorsCommand implements Action {

    @Reference
    private Processors processors;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("name", "version", "state", "inFlight", "receives", "bundle", "refusal");
        processors
                .reports()
                .forEach(report -> listing.row(
                        report.name(),
                        report.version(),
                        report.state(),
                        report.inFlight(),
                        report.receives(),
                        report.bundle(),
                        report.refusal().orElse(null)));
        listing.print(System.out, json, "No card processor is installed.");
        return null;
    }
}
