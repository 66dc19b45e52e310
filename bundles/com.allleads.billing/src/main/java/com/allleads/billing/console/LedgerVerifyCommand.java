package com.allleads.billing.console;

import com.allleads.api.console.Listing;
import com.allleads.billing.ledger.LedgerVerification;
import com.allleads.billing.ledger.LedgerVerification.Result;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:ledger-verify}. */
@Service
@Command(
        scope = "allleads",
        name = "ledger-verify",
        description = "Checks sums, hash chain and balances of the whole ledger and names the first broken entry")
public final class LedgerVerifyCommand implements Action {

    private static final long PROGRESS_EVERY = 100_000;

    @Reference
    private LedgerVerification verification;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    private long told;

    @Override
    public Object execute() {
        Result result = verification.verify(this::tellProgress);
        Listing.of("valid", "entries", "checkedAt", "firstBroken")
                .row(
                        result.valid(),
                        result.entries(),
                        result.checkedAt(),
                        result.firstBroken().orElse(null))
                .print(System.out, json, "");
        return null;
    }

    private void tellProgress(long entries) {
        if (!json && entries - told >= PROGRESS_EVERY) {
            told = entries;
            System.out.println(entries + " entries checked ...");
        }
    }
}
