package com.allleads.backup.files;

import com.allleads.backup.copy.Contents;
import com.allleads.backup.copy.Total;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a backup, kept in a file beside it: nothing in it is secret or about a person.
 *
 * @param file the backup's name
 * @param contents of which database it is
 * @param madeAt when the copy was current, in milliseconds since 1970
 * @param version of the site that made it
 * @param database from which product
 * @param bytes the size of the file
 * @param keys the name of the backup of the key store that was made with it
 * @param totals what each table comes to
 * @param state whether it was restored and compared
 * @param stateAt when that was, in milliseconds since 1970
 * @param problem what was wrong
 */
public record BackupRecord(
        String file,
        Contents contents,
        long madeAt,
        String version,
        String database,
        long bytes,
        Optional<String> keys,
        Map<String, Total> totals,
        State state,
        long stateAt,
        Optional<String> problem) {

    /** How many rows it has. */
    public long rows() {
        return totals.values().stream().mapToLong(Total::rows).sum();
    }

    /** The same after it was restored and compared. */
    public BackupRecord found(Optional<String> wrong, long at) {
        return new BackupRecord(
                file,
                contents,
                madeAt,
                version,
                database,
                bytes,
                keys,
                totals,
                wrong.isEmpty() ? State.VERIFIED : State.FAILED,
                at,
                wrong);
    }

    /** Whether it can be relied on. */
    public enum State {
        /** Nobody restored it yet. */
        UNVERIFIED,
        /** It was restored beside the site, and is what it should be. */
        VERIFIED,
        /** It was restored, or should have been, and is not what it should be. */
        FAILED
    }
}
