package com.allleads.policy.console;

import com.allleads.api.console.Listing;
import com.allleads.api.policy.Promises;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:promises}. */
@Service
@Command(scope = "allleads", name = "promises", description = "Lists every promise of the policy with its evidence")
public final class PromisesCommand implements Action {

    @Reference
    private Promises promises;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = json
                ? Listing.of("id", "state", "evidence", "note", "checkedAt", "text")
                : Listing.of("id", "state", "evidence");
        promises.reports().forEach(report -> {
            if (json) {
                listing.row(
                        report.id(),
                        report.state(),
                        report.evidence(),
                        report.note(),
                        report.checkedAt(),
                        report.text());
            } else {
                listing.row(report.id(), report.state(), report.evidence().isEmpty() ? "" : report.evidence());
            }
        });
        listing.print(System.out, json, "There are no promises.");
        return null;
    }
}
