package com.allleads.billing.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.billing.ledger.LedgerVerification;
import com.allleads.billing.ledger.LedgerVerification.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Promise {@code security.alteration}: the ledger is as it was written, from its first entry to its last. */
@Component
public final class LedgerUnaltered implements PromiseCheck {

    private final Recount<Result> verification;

    @Activate
    public LedgerUnaltered(@Reference LedgerVerification verification) {
        this.verification = new Recount<>(() -> verification.verify(entries -> {}), Result::valid);
    }

    @Override
    public String promise() {
        return "security.alteration";
    }

    @Override
    public Evidence count() {
        Result result = verification.get();
        return Evidence.none(
                "ledgerBreaks",
                result.valid() ? 0 : 1,
                "ledgerEntries",
                result.entries(),
                result.firstBroken()
                        .map(broken -> "The ledger was altered: " + broken + ".")
                        .orElse("Every entry of the ledger was checked against the hash chain and the balances at "
                                + result.checkedAt() + "."));
    }
}
