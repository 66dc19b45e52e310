package com.allleads.api.store;

import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the tables of all bundles out of use while they are replaced, as by restoring a backup. Every {@link Schema} and the
 * JDBI beside it goes, and with it whatever stands on tables; all of it comes back afterwards as after a start, so that nothing
 * that was remembered outlives the data. Safe for use by many threads; one replacement at a time.
 */
@ProviderType
public interface TableReplacement {

    /**
     * Works while no bundle has tables. They come back whether the work succeeds or fails.
     *
     * @param work replaces them, on the data sources themselves; it must leave them as it found them where it fails
     * @return what the work returned
     * @throws IllegalStateException where tables are not ready, or are being replaced already; nothing was done
     * @throws Exception what the work threw
     */
    <T> T replace(Callable<T> work) throws Exception;
}
