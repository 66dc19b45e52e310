package com.allleads.backup.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.backup.Backups;
import com.allleads.backup.OperatorActs;
import com.allleads.backup.files.BackupRecord;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;

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

    @Reference
    private OperatorActs acts;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName()).orElse("console");
        BackupRecord done = AtConsole.accepted(() -> acts.perform(
                OperatorAct.byConsole(operator, "backup"), () -> backups.make(new ShownProgress(System.out, json))));
        BackupListing.print(List.of(done), json);
        return null;
    }
}
