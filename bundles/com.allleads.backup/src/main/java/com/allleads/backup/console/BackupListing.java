package com.allleads.backup.console;

import com.allleads.api.console.Listing;
import com.allleads.backup.files.BackupRecord;
import java.time.Instant;
import java.util.List;

/** Backups as every command shows them. */
final class BackupListing {

    private BackupListing() {}

    static void print(List<BackupRecord> backups, boolean json) {
        Listing listing =
                Listing.of("file", "madeAt", "version", "database", "bytes", "rows", "keys", "state", "problem");
        backups.forEach(backup -> listing.row(
                backup.file(),
                Instant.ofEpochMilli(backup.madeAt()),
                backup.version(),
                backup.database(),
                backup.bytes(),
                backup.rows(),
                backup.keys().orElse(null),
                backup.state(),
                backup.problem().orElse(null)));
        listing.print(System.out, json, "There is no backup.");
    }
}
