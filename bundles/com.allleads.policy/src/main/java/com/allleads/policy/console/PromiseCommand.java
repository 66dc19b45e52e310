package com.allleads.policy.console;

import com.allleads.api.console.Listing;
import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.Promises;
import com.allleads.policy.promises.PromiseHistory;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:promise ID}. */
@Service
@Command(
        scope = "allleads",
        name = "promise",
        description = "Counts the evidence of one promise now, and tells its history")
public final class PromiseCommand implements Action {

    @Reference
    private Promises promises;

    @Reference
    private PromiseHistory history;

    @Argument(name = "id", description = "The promise, as in choice.opt-in", required = true)
    @Completion(PromiseIds.class)
    private String id;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Optional<PromiseReport> found = promises.report(id);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no promise " + id + "; allleads:promises lists them all.");
        }
        PromiseReport report = found.get();
        Listing.of("id", "state", "evidence", "note", "checkedAt")
                .row(report.id(), report.state(), report.evidence(), report.note(), report.checkedAt())
                .print(System.out, json, "");
        if (!json) {
            System.out.println();
            System.out.println(report.text());
            System.out.println();
            Listing turns = Listing.of("since", "state", "evidence then");
            history.of(id).forEach(turn -> turns.row(turn.at(), turn.state(), turn.evidence()));
            turns.print(System.out, false, "It never turned.");
        }
        return null;
    }
}
