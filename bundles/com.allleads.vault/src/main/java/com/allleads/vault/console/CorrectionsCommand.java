package com.allleads.vault.console;

import com.allleads.api.console.Listing;
import com.allleads.vault.corrections.Corrections;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:corrections}. */
@Service
@Command(
        scope = "allleads",
        name = "corrections",
        description = "Lists outside parties that had received a value that was corrected since, and were not told yet")
public final class CorrectionsCommand implements Action {

    private static final int MOST = 100;

    @Reference
    private Corrections corrections;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "party", "field", "person", "correctedAt");
        corrections
                .open(MOST)
                .forEach(notice -> listing.row(
                        notice.id(), notice.recipient(), notice.field(), notice.person(), notice.correctedAt()));
        listing.print(System.out, json, "Everybody who had received a wrong value is told.");
        return null;
    }
}
