package com.allleads.policy.console;

import com.allleads.api.console.Listing;
import com.allleads.api.policy.OutsideParties;
import com.allleads.spi.party.PartyDeclaration;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:outside-parties}. */
@Service
@Command(
        scope = "allleads",
        name = "outside-parties",
        description = "Lists the outside parties that are installed, and what they receive and keep")
public final class OutsidePartiesCommand implements Action {

    @Reference
    private OutsideParties parties;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("name", "role", "legalName", "receives", "retains", "policy");
        parties.installed().forEach(party -> {
            PartyDeclaration declared = party.declaration();
            listing.row(
                    declared.name(),
                    party.role(),
                    declared.legalName(),
                    declared.receives().stream().map(Enum::name).sorted().toList(),
                    declared.retention(),
                    declared.policy());
        });
        listing.print(System.out, json, "No outside party is installed.");
        return null;
    }
}
