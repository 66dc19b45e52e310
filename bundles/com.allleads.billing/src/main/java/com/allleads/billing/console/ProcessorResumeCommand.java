package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.processors.ProcessorReport;
import com.allleads.billing.processors.Processors;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:processor-resume NAME}. */
@Service
@Command(
        scope = "allleads",
        name = "processor-resume",
        description = "Lets a card processor that was drained take new payments again")
public final class ProcessorResumeCommand implements Action {

    @Reference
    private Processors processors;

    @Reference
    private OperatorActs acts;

    @Argument(name = "name", description = "The processor, as in allleads:processors", required = true)
    @Completion(ProcessorNames.class)
    private String name;

    @Option(name = "--version", description = "The version of its bundle, where only this one is meant")
    private String version;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        return AtConsole.accepted(() ->
                acts.perform(OperatorAct.byConsole(operator, "processor-resume").on("processor", name), this::resume));
    }

    private Object resume() {
        List<ProcessorReport> resumed = processors.resume(name, Optional.ofNullable(version));
        if (resumed.isEmpty()) {
            throw new IllegalArgumentException("No such processor is drained; allleads:processors lists them all.");
        }
        Listing listing = Listing.of("name", "version", "state", "inFlight");
        resumed.forEach(report -> listing.row(report.name(), report.version(), report.state(), report.inFlight()));
        listing.print(System.out, json, "");
        return null;
    }
}
