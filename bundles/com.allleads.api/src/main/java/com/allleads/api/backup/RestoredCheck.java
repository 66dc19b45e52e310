package com.allleads.api.backup;

import java.util.List;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at data that was restored from a backup into a database of its own, beside the running site: a backup counts as verified
 * only where every installed check finds nothing. Registered as a service by the capability that owns the tables.
 */
@ConsumerType
public interface RestoredCheck {

    /** What is checked, in a few words for operators, as in {@code values open with the restored keys}. */
    String name();

    /**
     * Checks. Called from one thread at a time, outside a transaction; may take seconds.
     *
     * @param data the restored data; an embedded Derby, whatever the site itself runs on, with the same tables and columns but
     *     neither constraints beyond primary keys nor indexes
     * @param keys the key store that belongs to it
     * @return what is wrong, as sentences that name nobody; empty where all is well. An exception counts as wrong
     */
    List<String> problems(DataSource data, DataSource keys);
}
