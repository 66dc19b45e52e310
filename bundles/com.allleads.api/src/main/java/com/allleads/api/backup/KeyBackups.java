package com.allleads.api.backup;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The backups of the key store. There where backups are made. */
@ProviderType
public interface KeyBackups {

    /**
     * From when on no backup holds a key that was destroyed.
     *
     * @param destroyed when the key was destroyed
     * @return never before that; the latest day on which the last backup with that key is thrown away
     */
    Instant goneFrom(Instant destroyed);
}
