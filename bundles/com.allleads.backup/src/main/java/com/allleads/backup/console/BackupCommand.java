package com.allleads.backup.console;

import com.allleads.backup.Backups;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:backup}. */
@Service
@Command(
        scope = "allleads",
        name = "backup",
        description =
                "Makes an encrypted backup of the data and of the key store while the site runs, restores it beside"
                        + " the site and compares")
public final class BackupCommand implements Action {

    @Reference
    private Backups backups;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        BackupListing.print(List.of(backups.make(new ShownProgress(System.out, json))), json);
        return null;
    }
}
