package com.allleads.vault.console;

import com.allleads.api.console.Listing;
import com.allleads.vault.keys.MasterRotation;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:vault-keys}. */
@Service
@Command(
        scope = "allleads",
        name = "vault-keys",
        description = "Lists when the vault's master key was replaced, and why")
public final class VaultKeysCommand implements Action {

    @Reference
    private MasterRotation rotation;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("generation", "print", "begunAt", "begunBy", "reason", "rewrapped", "endedAt");
        rotation.rotations()
                .forEach(each -> listing.row(
                        each.generation(),
                        each.print(),
                        each.begunAt(),
                        each.begunBy(),
                        each.reason(),
                        each.rewrapped(),
                        each.endedAt().orElse(null)));
        listing.print(System.out, json, "The master key was never replaced.");
        return null;
    }
}
