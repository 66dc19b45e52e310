package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.processors.DrainAnswer;
import com.allleads.billing.processors.ProcessorReport;
import com.allleads.billing.processors.Processors;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:processor-drain NAME}. */
@Service
@Command(
        scope = "allleads",
        name = "processor-drain",
        description = "Lets a card processor take no new payments, so that its bundle can go once none is under way."
                + " Where several versions are installed, all but the newest are drained, which takes over."
                + " Asked again it tells how many payments are still under way. Updating or installing the bundle anew"
                + " makes it take payments again.")
public final class ProcessorDrainCommand implements Action {

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
                acts.perform(OperatorAct.byConsole(operator, "processor-drain").on("processor", name), this::drain));
    }

    private Object drain() {
        if (processors.drain(name, Optional.ofNullable(version)) instanceof DrainAnswer.Ordered ordered) {
            ProcessorReport drained = ordered.drained();
            Listing.of("name", "version", "state", "inFlight", "successor")
                    .row(
                            drained.name(),
                            drained.version(),
                            drained.state(),
                            drained.inFlight(),
                            ordered.successor().orElse(null))
                    .print(System.out, json, "");
            return null;
        }
        throw new IllegalArgumentException("No such processor is installed; allleads:processors lists them all.");
    }
}
