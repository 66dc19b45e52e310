package com.allleads.catalog;

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
 * The clock of the catalogue: every second it brings orders that are delivered later to where their money is, and tells people what
 * became of them. It begins with the start, and so takes up what a crash left behind.
 */
@Component(service = OrderUpkeep.class, immediate = true)
public final class OrderUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(OrderUpkeep.class);
    private static final int AT_ONCE = 200;

    private final HeldOrders orders;
    private final OrderMail mail;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "catalog-upkeep"));

    private boolean failing;

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a tick notes what fails in it
    public OrderUpkeep(@Reference HeldOrders orders, @Reference OrderMail mail) {
        this.orders = orders;
        this.mail = mail;
        clock.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    }

    /** Waits for what is being done. */
    @Deactivate
    void stop() {
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
            orders.followDue(AT_ONCE);
            mail.sendOwed();
            failing = false;
        } catch (RuntimeException e) {
            // Once is enough: while the database is away it fails every second.
            if (!failing) {
                LOG.warn("Orders could not be looked after; it is tried again every second", e);
            }
            failing = true;
        }
    }
}
