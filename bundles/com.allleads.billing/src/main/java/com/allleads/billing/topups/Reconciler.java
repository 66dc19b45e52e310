package com.allleads.billing.topups;

import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.Processors;
import com.allleads.spi.payment.ChargeOutcome.NotAttempted;
import com.allleads.spi.payment.ChargeOutcome.Unknown;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.LookupOutcome.Fenced;
import com.allleads.spi.payment.LookupOutcome.Found;
import com.allleads.spi.payment.LookupOutcome.NothingFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks processors what became of the top-ups that are UNKNOWN, or PENDING for long, until it is known: those whose answer did
 * not come as well as those that a crash left behind. Where no processor of the name is installed they wait for one.
 */
@Component(service = Reconciler.class)
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int AT_ONCE = 50;
    /** People are waiting to be told. */
    private static final Duration LONGEST_FOR_UNKNOWN = Duration.ofSeconds(10);
    /** The processor will tell; asking is only for call-backs that got lost. */
    private static final Duration LONGEST_FOR_PENDING = Duration.ofMinutes(10);

    private final Processors processors;
    private final ProcessorCalls calls;
    private final TopUpTable table;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Reconciler(
            @Reference Processors processors,
            @Reference ProcessorCalls calls,
            @Reference TopUpTable table,
            @Reference Settlement settlement) {
        this.processors = processors;
        this.calls = calls;
        this.table = table;
        this.settlement = settlement;
    }

    /** A processor of this name came: what waits for it is due now. */
    public void arrived(String processor) {
        table.hurry(processor, clock.instant());
    }

    /** Asks about everything of this processor that is due; the answers are taken in when they come. */
    public void reconcile(String processor) {
        Instant now = clock.instant();
        for (TopUp due : table.due(processor, now, AT_ONCE)) {
            processors.reachable(processor).ifPresent(reached -> {
                if (table.claim(due, now.plus(pause(due)))) {
                    calls.start(reached, asked -> {
                        look(asked, due);
                        return null;
                    });
                }
            });
        }
    }

    private static Duration pause(TopUp due) {
        Duration longest = due.status() == TopUpStatus.PENDING ? LONGEST_FOR_PENDING : LONGEST_FOR_UNKNOWN;
        Duration doubled = Duration.ofSeconds(1L << Math.min(due.checks(), 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private void look(InstalledProcessor processor, TopUp topUp) {
        Instant asked = clock.instant();
        try {
            LookupOutcome outcome = processor.lookup(topUp.chargeKey());
            if (outcome instanceof Found found && !(found.outcome() instanceof Unknown)) {
                settlement.news(topUp, found.outcome());
            } else if (outcome instanceof Fenced
                    || (outcome instanceof NothingFound && isFinal(processor, topUp, asked))) {
                settlement.news(topUp, new NotAttempted("The payment never reached the processor."));
            }
        } catch (RuntimeException e) {
            LOG.warn("Top-up {} could not be reconciled; it is tried again", topUp.id(), e);
        }
    }

    /** Only when the charge can no longer be on its way. */
    private static boolean isFinal(InstalledProcessor processor, TopUp topUp, Instant asked) {
        return !asked.isBefore(topUp.askedUntil().plus(processor.traits().finalAfter()));
    }
}
