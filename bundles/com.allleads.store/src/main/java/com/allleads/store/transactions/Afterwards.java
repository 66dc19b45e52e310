package com.allleads.store.transactions;

import javax.transaction.Synchronization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once a transaction has ended.
 *
 * @param work as the capability gave it
 */
record Afterwards(Runnable work) implements Synchronization {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    /** Does it; what fails in it cannot change any more what was committed. */
    static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("What follows a transaction failed", e);
        }
    }

    @Override
    public void beforeCompletion() {
        // Nothing is left to write.
    }

    @Override
    public void afterCompletion(int status) {
        run(work);
    }
}
