package com.allleads.policy.console;

import com.allleads.api.console.Listing;
import com.allleads.api.proof.SignedHeads.Comparison;
import com.allleads.policy.heads.SignedHeadsFile;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:heads}. */
@Service
@Command(
        scope = "allleads",
        name = "heads",
        description =
                "Looks for the ends of the hash chains as they were signed into heads/chain-heads.jsonl, which tells"
                        + " whether the database was cut or altered since")
public final class HeadsCommand implements Action {

    @Reference
    private SignedHeadsFile file;

    @Option(name = "--sign", description = "Signs where the chains are now, which otherwise happens once an hour")
    private boolean sign;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        if (sign) {
            file.sign();
        }
        Comparison found = file.compareAll();
        Listing.of("valid", "heads", "signedAt", "breaks")
                .row(
                        found.breaks().isEmpty(),
                        found.heads(),
                        found.signedAt().orElse(null),
                        json ? found.breaks() : String.join("; ", found.breaks()))
                .print(System.out, json, "");
        return null;
    }
}
