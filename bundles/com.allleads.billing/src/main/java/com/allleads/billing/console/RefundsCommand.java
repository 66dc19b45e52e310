package com.allleads.billing.console;

import com.allleads.api.console.Listing;
import com.allleads.billing.refunds.Refund;
import com.allleads.billing.refunds.Refunds;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:refunds}. */
@Service
@Command(scope = "allleads", name = "refunds", description = "Lists the latest refunds, newest first")
public final class RefundsCommand implements Action {

    @Reference
    private Refunds refunds;

    @Option(name = "--limit", description = "How many at most")
    private int limit = 100;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("id", "at", "status", "amount", "refunded", "person", "requester", "reason");
        for (Refund refund : refunds.all(Math.max(1, limit), Optional.empty()).items()) {
            listing.row(
                    refund.id(),
                    refund.madeAt(),
                    refund.standing().status(),
                    refund.amount(),
                    refund.standing().refunded(),
                    refund.person(),
                    refund.requester(),
                    refund.reason());
        }
        listing.print(System.out, json, "There are no refunds.");
        return null;
    }
}
