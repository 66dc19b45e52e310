package com.allleads.billing;

import com.allleads.billing.automatic.AutomaticTopUps;
import com.allleads.billing.cards.CardSetups;
import com.allleads.billing.holds.Holds;
import com.allleads.billing.privacy.LeftMeanwhile;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.refunds.GivingBack;
import com.allleads.billing.refunds.Refunds;
import com.allleads.billing.topups.Charging;
import com.allleads.billing.topups.Notices;
import com.allleads.billing.topups.Reconciler;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of billing: every second it renews what is under way, asks processors what is due, lets holds and card set-ups expire, gives back what
 * is owed and tells people what became known. It begins with the start, and so takes up what a crash left behind.
 */
@Component(service = Upkeep.class, immediate = true)
public final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Processors processors;
    private final Charging charging;
    private final Reconciler reconciler;
    private final GivingBack givingBack;
    private final Refunds refunds;
    private final Holds holds;
    private final Notices notices;
    private final AutomaticTopUps automaticTopUps;
    private final CardSetups cardSetups;
    private final LeftMeanwhile leftMeanwhile;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "billing-upkeep"));
    /** The service of each processor that was seen last; used by the clock's thread alone. */
    private Map<String, Long> seen = new HashMap<>();

    private boolean failing;

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a tick notes what fails in it
    public Upkeep(
            @Reference Processors processors,
            @Reference Charging charging,
            @Reference Reconciler reconciler,
            @Reference GivingBack givingBack,
            @Reference Refunds refunds,
            @Reference Holds holds,
            @Reference Notices notices,
            @Reference AutomaticTopUps automaticTopUps,
            @Reference CardSetups cardSetups,
            @Reference LeftMeanwhile leftMeanwhile) {
        this.processors = processors;
        this.charging = charging;
        this.reconciler = reconciler;
        this.givingBack = givingBack;
        this.refunds = refunds;
        this.holds = holds;
        this.notices = notices;
        this.automaticTopUps = automaticTopUps;
        this.cardSetups = cardSetups;
        this.leftMeanwhile = leftMeanwhile;
        clock.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    }

    /** Waits for what is being done. */
    @Deactivate
    public void stop() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            charging.renewLeases();
            Map<String, Long> now = processors.arrivals();
            now.forEach(this::look);
            seen = now;
            holds.expire();
            cardSetups.expire();
            leftMeanwhile.step();
            refunds.payOwed();
            automaticTopUps.run();
            notices.sendOwed();
            failing = false;
        } catch (RuntimeException e) {
            // Once is enough: while the database is away it fails every second.
            if (!failing) {
                LOG.warn("Top-ups and refunds could not be looked after; it is tried again every second", e);
            }
            failing = true;
        }
    }

    private void look(String processor, long service) {
        if (!Long.valueOf(service).equals(seen.get(processor))) {
            reconciler.arrived(processor);
            givingBack.arrived(processor);
            cardSetups.arrived(processor);
        }
        reconciler.reconcile(processor);
        givingBack.askAgain(processor);
        cardSetups.reconcile(processor);
    }
}
