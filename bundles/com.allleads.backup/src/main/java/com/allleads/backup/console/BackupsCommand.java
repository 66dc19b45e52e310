package com.allleads.backup.console;

import com.allleads.backup.Backups;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:backups}. */
@Service
@Command(
        scope = "allleads",
        name = "backups",
        description = "Lists the backups, newest first, and whether each is verified")
public final class BackupsCommand implements Action {

    @Reference
    private Backups backups;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        List<BackupRecord> all = new ArrayList<>(backups.all(Contents.DATA));
        all.addAll(backups.all(Contents.KEYS));
        BackupListing.print(all, json);
        return null;
    }
}
