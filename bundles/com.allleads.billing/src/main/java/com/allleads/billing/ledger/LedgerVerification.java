package com.allleads.billing.ledger;

import com.allleads.api.proof.SignedHeads;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Checks the whole ledger while it is being written: that each transaction sums to zero, that the chain is unbroken from its
 * beginning to its head, and that each balance is what its entries make it, entry by entry. It reads in small steps and needs
 * no more memory for a large ledger than a few bits per link.
 */
@Component(service = LedgerVerification.class)
public final class LedgerVerification {

    private final Jdbi jdbi;
    private final Clock clock = Clock.systemUTC();

    /** Without it the ends of chains are compared with nothing outside the database. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile SignedHeads signed;

    @Activate
    public LedgerVerification(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Checks everything that was in the ledger when the check began.
     *
     * @param progress is told now and then how many entries were checked
     */
    public Result verify(LongConsumer progress) {
        Instant start = clock.instant();
        ChainCheck chains = new ChainCheck(jdbi, progress);
        Optional<String> broken = chains.firstBroken();
        if (broken.isEmpty()) {
            broken = new BalanceCheck(jdbi, chains).firstBroken();
        }
        if (broken.isEmpty()) {
            broken = missedHead();
        }
        return new Result(broken.isEmpty(), chains.entries(), start, broken);
    }

    private Optional<String> missedHead() {
        SignedHeads known = signed;
        return known == null
                ? Optional.empty()
                : known.compare(new LedgerChains(jdbi)).breaks().stream().findFirst();
    }

    /**
     * What was found.
     *
     * @param valid whether everything is as it was written
     * @param entries how many entries of the chain were checked
     * @param checkedAt when the check began
     * @param firstBroken what is wrong first, and with which entry
     */
    public record Result(boolean valid, long entries, Instant checkedAt, Optional<String> firstBroken) {}
}
