package com.allleads.rest.console;

import com.allleads.api.console.Listing;
import com.allleads.rest.readiness.SiteReadiness;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:ready}. */
@Service
@Command(scope = "allleads", name = "ready", description = "Lists what keeps the site from serving")
public final class ReadyCommand implements Action {

    @Reference
    private SiteReadiness readiness;

    @Option(name = "--json", description = "Prints JSON for scripts; an empty list when the site is ready")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("missing");
        readiness.missing().forEach(listing::row);
        listing.print(System.out, json, "The site is ready.");
        return null;
    }
}
