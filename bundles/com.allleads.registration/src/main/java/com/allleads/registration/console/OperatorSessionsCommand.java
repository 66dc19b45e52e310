package com.allleads.registration.console;

import com.allleads.api.console.Listing;
import com.allleads.registration.operators.OperatorSessions;
import com.allleads.registration.operators.OperatorSessions.OpenSession;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:operator-sessions}. */
@Service
@Command(
        scope = "allleads",
        name = "operator-sessions",
        description = "Lists which operators are signed in on pages and by REST, the last used first")
public final class OperatorSessionsCommand implements Action {

    @Reference
    private OperatorSessions sessions;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("operator", "begunAt", "usedAt");
        for (OpenSession session : sessions.open()) {
            listing.row(session.operator(), session.begunAt(), session.usedAt());
        }
        listing.print(System.out, json, "No operator is signed in on pages or by REST.");
        return null;
    }
}
