package com.allleads.vault.console;

import com.allleads.vault.retention.Sweeps;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:retention}. */
@Service
@Command(
        scope = "allleads",
        name = "retention",
        description = "Lists what the last sweeps of data past its retention deleted, and what stays and why")
public final class RetentionCommand implements Action {

    @Reference
    private Sweeps sweeps;

    @Option(name = "--limit", description = "How many sweeps")
    private int limit = 20;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("--limit: 1 to 1000");
        }
        RetentionListing.of(sweeps.newest(limit)).print(System.out, json, "Nothing was ever due.");
        return null;
    }
}
