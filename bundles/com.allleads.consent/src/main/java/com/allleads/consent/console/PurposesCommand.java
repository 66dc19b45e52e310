package com.allleads.consent.console;

import com.allleads.api.console.Listing;
import com.allleads.consent.ChosenPurposes;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:purposes}. */
@Service
@Command(
        scope = "allleads",
        name = "purposes",
        description = "Lists what personal data may be used for, and how many people decided what")
public final class PurposesCommand implements Action {

    @Reference
    private ChosenPurposes purposes;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "title", "basis", "granted", "refused", "asked");
        purposes.all()
                .forEach(chosen -> listing.row(
                        chosen.purpose().id(),
                        chosen.purpose().title(),
                        chosen.purpose().basis(),
                        chosen.granted().orElse(null),
                        chosen.refused().orElse(null),
                        chosen.asked().orElse(null)));
        listing.print(System.out, json, "No capability that is installed uses personal data.");
        return null;
    }
}
