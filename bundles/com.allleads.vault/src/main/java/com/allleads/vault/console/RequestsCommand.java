package com.allleads.vault.console;

import com.allleads.api.console.Listing;
import com.allleads.vault.rights.Deadlines;
import com.allleads.vault.rights.Requests;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:requests}. */
@Service
@Command(
        scope = "allleads",
        name = "requests",
        description = "Lists requests to know, correct or erase that were not answered yet, and by when they must be")
public final class RequestsCommand implements Action {

    private static final int MOST = 100;

    @Reference
    private Requests requests;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "kind", "person", "receivedAt", "acknowledgedAt", "dueAt");
        requests.open(MOST)
                .forEach(request -> listing.row(
                        request.id(),
                        request.kind(),
                        request.person(),
                        request.receivedAt(),
                        request.acknowledgedAt().orElse(null),
                        Deadlines.answer(request.receivedAt())));
        listing.print(System.out, json, "Every request is answered.");
        return null;
    }
}
