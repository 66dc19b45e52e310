package com.allleads.vault.console;

import com.allleads.api.console.Listing;
import com.allleads.vault.retention.SweepReport;
import com.allleads.vault.retention.SweepReport.FieldResult;
import java.util.List;

/** Sweeps as a table: a row for each field of which something was due. */
final class RetentionListing {

    private RetentionListing() {}

    static Listing of(List<SweepReport> sweeps) {
        Listing listing = Listing.of(
                "sweep", "startedAt", "startedBy", "people", "erased", "field", "due", "deleted", "kept", "why");
        for (SweepReport sweep : sweeps) {
            for (FieldResult result : sweep.fields()) {
                listing.row(
                        sweep.id(),
                        sweep.startedAt(),
                        sweep.startedBy(),
                        sweep.people(),
                        sweep.erased(),
                        result.field(),
                        result.due(),
                        result.deleted(),
                        result.kept(),
                        result.why().orElse(null));
            }
        }
        return listing;
    }
}
