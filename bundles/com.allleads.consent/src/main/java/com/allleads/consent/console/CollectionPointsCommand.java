package com.allleads.consent.console;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.PointNotice.OfferedPurpose;
import com.allleads.api.console.Listing;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:collection-points}. */
@Service
@Command(
        scope = "allleads",
        name = "collection-points",
        description = "Lists the places where personal data is collected")
public final class CollectionPointsCommand implements Action {

    @Reference
    private Consent consent;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "title", "fields", "offers");
        consent.points()
                .forEach(point -> listing.row(
                        point.id(),
                        point.title(),
                        point.fields().stream().map(AskedField::name).toList(),
                        point.purposes().stream().map(OfferedPurpose::purpose).toList()));
        listing.print(System.out, json, "No capability that is installed collects personal data.");
        return null;
    }
}
