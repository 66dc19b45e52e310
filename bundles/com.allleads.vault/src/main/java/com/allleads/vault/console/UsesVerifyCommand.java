package com.allleads.vault.console;

import com.allleads.api.console.Listing;
import com.allleads.vault.uses.ChainVerification;
import com.allleads.vault.uses.ChainVerification.Report;
import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:uses-verify}. */
@Service
@Command(
        scope = "allleads",
        name = "uses-verify",
        description =
                "Verifies the chain of the record of uses from its beginning, and finds in it the heads that were signed")
public final class UsesVerifyCommand implements Action {

    @Reference
    private ChainVerification verification;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Report report = verification.verify();
        Listing.of("valid", "chains", "batches", "uses", "breaks", "firstBreak", "headsSignedAt", "checkedAt")
                .row(
                        report.breaks() == 0,
                        report.chains(),
                        report.batches(),
                        report.uses(),
                        report.breaks(),
                        report.firstBreak().orElse(null),
                        report.signedAt().orElse(null),
                        Instant.now())
                .print(System.out, json, "");
        return null;
    }
}
