package com.allleads.api.store;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Group-committed writes: the items of many callers are written in one transaction, which is where the speed is. Used for
 * ledger entries, uses of personal data and visit events; see {@link Committer} for what a caller may rely on.
 */
@ProviderType
public interface GroupCommit {

    /**
     * Opens a committer with a writer thread of its own.
     *
     * @param name names its thread, as in {@code vault-uses}
     * @param batch writes items; called by one thread at a time
     * @return the committer; close it when the component is deactivated
     */
    <T, R> Committer<T, R> open(String name, Batch<T, R> batch);
}
