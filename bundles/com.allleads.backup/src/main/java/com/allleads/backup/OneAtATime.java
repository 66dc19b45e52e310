package com.allleads.backup;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Component;

/** On a node one backup, verification or restoration is under way at a time. */
@Component(service = OneAtATime.class)
public final class OneAtATime {

    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Works, unless something else is under way.
     *
     * @throws BackupFailedException where something else is
     */
    public <T> T run(Callable<T> work) throws Exception {
        if (!lock.tryLock()) {
            throw new BackupFailedException(
                    "another backup, verification or restoration is under way; wait until it is done");
        }
        try {
            return work.call();
        } finally {
            lock.unlock();
        }
    }
}
