package com.allleads.billing.refunds;

import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.TransactionKind;
import com.allleads.billing.privacy.HandOvers;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Disclosures.Occasion;
import com.allleads.billing.processors.Flight;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.refunds.Refund.Part;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundOutcome.Refunded;
import com.allleads.spi.payment.RefundOutcome.Refused;
import com.allleads.spi.payment.RefundRequest;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks processors to give money back, each part with a key of its own, again and again until it is known what became of it. The
 * money left the balance before; what a processor refuses comes back to it.
 */
@Component(service = GivingBack.class)
public final class GivingBack {

    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);
    private static final int AT_ONCE = 50;
    private static final int TEXT_LENGTH = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Processors processors;
    private final ProcessorCalls calls;
    private final Disclosures disclosures;
    private final HandOvers handOvers;
    private final RefundTable table;
    private final Ledger ledger;
    private final LedgerAccounts accounts;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public GivingBack(
            @Reference Processors processors,
            @Reference ProcessorCalls calls,
            @Reference Disclosures disclosures,
            @Reference HandOvers handOvers,
            @Reference RefundTable table,
            @Reference Ledger ledger,
            @Reference LedgerAccounts accounts) {
        this.processors = processors;
        this.calls = calls;
        this.disclosures = disclosures;
        this.handOvers = handOvers;
        this.table = table;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** Asks for a part; completes when the answer is stored. Empty where nobody can be asked now. */
    Optional<CompletableFuture<Void>> ask(Part part) {
        Optional<Flight> flight = processors.boardForRefund(part.processor());
        if (flight.isEmpty()) {
            return Optional.empty();
        }
        Optional<CompletableFuture<Void>> call = calls.start(flight.get().processor(), processor -> {
            try (Flight landing = flight.get()) {
                giveBack(landing.processor(), part);
            }
            return null;
        });
        if (call.isEmpty()) {
            flight.get().close();
        }
        return call;
    }

    /** A processor of this name came: what waits for it is due now. */
    public void arrived(String processor) {
        table.hurry(processor, clock.instant());
    }

    /** Asks again for every part of this processor that is due. */
    public void askAgain(String processor) {
        Instant now = clock.instant();
        for (Part due : table.due(processor, now, AT_ONCE)) {
            Duration doubled = Duration.ofSeconds(1L << Math.min(due.checks(), 6));
            Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            if (table.claim(due, now.plus(pause))) {
                ask(due);
            }
        }
    }

    private void giveBack(InstalledProcessor processor, Part part) {
        try {
            if (!handOvers.entered(part.person(), processor.name(), Disclosures.REFUND)) {
                table.note(part.id(), "What it hands over cannot be written down at the moment.");
                return;
            }
            disclosures.record(part.person(), processor, Occasion.REFUND, Disclosures.REFUND);
            RefundOutcome outcome = processor.refund(new RefundRequest(part.id(), part.chargeKey(), part.amount()));
            if (outcome instanceof Refunded refunded) {
                table.refunded(part.id(), cut(refunded.reference()));
            } else if (outcome instanceof Refused refused) {
                comeBack(part, cut(refused.reason()));
            } else if (outcome instanceof RefundOutcome.Unknown unknown) {
                table.note(part.id(), cut(unknown.reason()));
            }
        } catch (RuntimeException e) {
            LOG.warn("What became of refund {} is not known; the processor is asked again", part.id(), e);
        }
    }

    private void comeBack(Part part, String why) {
        LOG.warn("{} refused to give back {}; it is on the balance again", part.processor(), part.id());
        long amount = part.amount().getAmountMinorLong();
        ledger.post(new Posting(
                part.person(),
                "refund-back-" + part.id(),
                TransactionKind.REFUND_RETURN,
                "Refund refused by " + part.processor(),
                "processor " + part.processor(),
                Posting.NO_DATA,
                Transfer.between(
                        accounts.open(AccountName.of(part.person())),
                        amount,
                        accounts.open(accounts.partition(part.person()).clearing(part.processor()))),
                markRefused(part, why)));
    }

    private static Guard markRefused(Part part, String why) {
        return (connection, legs) -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE billing_refund_part"
                    + " SET status = 'REFUSED', note = ?, check_at = NULL WHERE id = ? AND status = 'UNKNOWN'")) {
                update.setString(1, why);
                update.setString(2, part.id());
                return update.executeUpdate() == 1;
            }
        };
    }

    private static String cut(String text) {
        return text == null ? "" : text.substring(0, Math.min(TEXT_LENGTH, text.length()));
    }
}
