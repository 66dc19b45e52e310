package com.allleads.policy.console;

import com.allleads.api.console.Listing;
import com.allleads.policy.versions.Publishing;
import com.allleads.policy.versions.Versions;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:policy-versions}. */
@Service
@Command(
        scope = "allleads",
        name = "policy-versions",
        description = "Lists the versions of the policy, and says where what is installed differs from the last")
public final class PolicyVersionsCommand implements Action {

    @Reference
    private Versions versions;

    @Reference
    private Publishing publishing;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("number", "publishedAt", "publishedBy", "reason", "announcedAt");
        versions.all()
                .forEach(version -> listing.row(
                        version.number(),
                        version.publishedAt(),
                        version.publishedBy(),
                        version.reason(),
                        versions.announcedAt(version.number()).orElse(null)));
        listing.print(System.out, json, "No version was published yet.");
        if (!json) {
            publishing
                    .drift()
                    .lists()
                    .forEach(change -> System.out.println("Not published yet: " + change.sentence("en")));
        }
        return null;
    }
}
