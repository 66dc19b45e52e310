package com.allleads.api.backup;

import javax.sql.DataSource;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does again what must not be undone by restoring, such as an erasure. Registered as a service by a component that needs no
 * tables of its own to be there: while it is called, no capability has any.
 */
@ConsumerType
public interface RestoreReplay {

    /**
     * Replays, before anybody reads what was restored. Safe to repeat.
     *
     * @param data the restored data, committed
     * @param keys the key store that is in force from now on
     * @return how much was done again
     * @throws RuntimeException where it could not be done; the site then stays closed
     */
    long replay(DataSource data, DataSource keys);
}
