package com.allleads.catalog;

import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.billing.PrepaidBalances.TakenCharge;
import com.allleads.api.person.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the rows of orders that the ledger knows and the catalogue does not: versions before wrote an order's row after its charge,
 * and could die in between. Runs once in a thread of its own whenever the ledger appears, and looks only at charges that it has not
 * seen.
 */
@Component(
        service = {},
        immediate = true)
public final class OrderRepair {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRepair.class);
    private static final int STEP = 500;
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrepaidBalances balances;
    private final OrderBook book;
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final Thread thread = new Thread(this::untilDone, "allleads-order-repair");

    @Activate
    public OrderRepair(@Reference PrepaidBalances balances, @Reference OrderBook book) {
        this.balances = balances;
        this.book = book;
        thread.start();
    }

    /** Lets the step under way finish. */
    @Deactivate
    void leave() throws InterruptedException {
        leaving.countDown();
        thread.join(PATIENCE.toMillis());
    }

    private void untilDone() {
        try {
            while (!leaving()) {
                if (tried()) {
                    return;
                }
                leaving.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tried() {
        try {
            long made = repair();
            if (made > 0) {
                LOG.info("Orders that were paid before the last stop: {} rows made", made);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Paid orders could not be looked through; next try in {}", PAUSE, e);
            return false;
        }
    }

    private long repair() {
        long made = 0;
        Optional<String> after = book.repairedUpTo();
        boolean more = true;
        while (more && !leaving()) {
            Slice<TakenCharge> slice = balances.charges(OrderCharge.PREFIX, STEP, after);
            List<TakenCharge> charges = slice.items();
            if (!charges.isEmpty()) {
                made += book.missing(charges.stream().map(OrderCharge::read).toList()).stream()
                        .filter(book::add)
                        .count();
                after = Optional.of(charges.get(charges.size() - 1).transaction());
                book.repairedUpTo(after.get());
            }
            more = slice.next().isPresent();
        }
        return made;
    }

    private boolean leaving() {
        return leaving.getCount() == 0;
    }
}
