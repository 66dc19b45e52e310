package com.allleads.billing.console;

import com.allleads.api.console.Listing;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.util.Arrays;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:payments}. */
@Service
@Command(
        scope = "allleads",
        name = "payments",
        description = "Lists the latest payments by card, newest first, such as those that are UNKNOWN")
public final class PaymentsCommand implements Action {

    @Reference
    private TopUps topUps;

    @Option(name = "--status", description = "Only those that are SETTLED, PENDING, DECLINED, NOT_ATTEMPTED or UNKNOWN")
    @Completion(PaymentStatuses.class)
    private String status;

    @Option(name = "--limit", description = "How many at most")
    private int limit = 100;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing =
                Listing.of("id", "status", "processor", "key", "amount", "person", "at", "checks", "reason", "note");
        for (TopUp topUp :
                topUps.all(wanted(), Math.max(1, limit), Optional.empty()).items()) {
            listing.row(
                    topUp.id(),
                    topUp.status(),
                    topUp.processor(),
                    topUp.chargeKey(),
                    topUp.amount(),
                    topUp.person(),
                    topUp.madeAt(),
                    topUp.checks(),
                    topUp.reason().orElse(null),
                    topUp.note().orElse(null));
        }
        listing.print(System.out, json, "There are no such payments.");
        return null;
    }

    private Optional<TopUpStatus> wanted() {
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(TopUpStatus.values())
                .filter(known -> known.name().equalsIgnoreCase(status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--status must be one of " + Arrays.toString(TopUpStatus.values()))));
    }
}
