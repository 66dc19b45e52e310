package com.allleads.catalog.console;

import com.allleads.api.console.Listing;
import com.allleads.catalog.Offers;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:services}. */
@Service
@Command(scope = "allleads", name = "services", description = "Lists the services for sale")
public final class ServicesCommand implements Action {

    @Reference
    private Offers offers;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "name", "price", "currency", "deliveryDays");
        offers.services()
                .forEach(service -> listing.row(
                        service.id(),
                        service.name(),
                        service.price().getAmount().toPlainString(),
                        service.price().getCurrencyUnit(),
                        service.deliveryDays().orElse(null)));
        listing.print(System.out, json, "Nothing is for sale.");
        return null;
    }
}
