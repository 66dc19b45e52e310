package com.allleads.consent.console;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.console.Listing;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.Decisions.Standing;
import java.util.List;
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
    private Consent consent;

    @Reference
    private Decisions decisions;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        List<Standing> standings = decisions.standings();
        Listing listing = Listing.of("id", "title", "basis", "granted", "refused");
        consent.purposes().forEach(purpose -> {
            boolean choice = purpose.basis() == LegalBasis.CHOICE;
            listing.row(
                    purpose.id(),
                    purpose.title(),
                    purpose.basis(),
                    choice ? people(standings, purpose.id(), true) : null,
                    choice ? people(standings, purpose.id(), false) : null);
        });
        listing.print(System.out, json, "No capability that is installed uses personal data.");
        return null;
    }

    private static long people(List<Standing> standings, String purpose, boolean granted) {
        return standings.stream()
                .filter(standing -> standing.purpose().equals(purpose) && standing.granted() == granted)
                .mapToLong(Standing::people)
                .sum();
    }
}
