package com.allleads.backup.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.backup.BackupFailedException;
import com.allleads.backup.Backups;
import com.allleads.backup.OperatorActs;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupRecord;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;

/** {@code allleads:backup-verify [FILE]}. */
@Service
@Command(
        scope = "allleads",
        name = "backup-verify",
        description = "Restores a backup beside the site and compares; the newest where none is named")
public final class BackupVerifyCommand implements Action {

    @Reference
    private Backups backups;

    @Argument(index = 0, name = "file", description = "The backup's name, as in allleads:backups")
    @Completion(BackupNames.class)
    private String file;

    @Reference
    private OperatorActs acts;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String name = file == null
                ? backups.all(Contents.DATA).stream()
                        .findFirst()
                        .map(BackupRecord::file)
                        .orElseThrow(() -> new BackupFailedException("There is no backup; allleads:backup makes one."))
                : file;
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName()).orElse("console");
        BackupRecord done = AtConsole.accepted(() -> acts.perform(
                OperatorAct.byConsole(operator, "backup-verify").on("backup", name),
                () -> backups.verify(name, new ShownProgress(System.out, json))));
        BackupListing.print(List.of(done), json);
        return null;
    }
}
