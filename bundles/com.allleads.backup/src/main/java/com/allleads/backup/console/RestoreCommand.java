package com.allleads.backup.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.backup.restore.Restoration;
import com.allleads.backup.restore.Restoration.Restored;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;

/** {@code allleads:restore --yes FILE REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "restore",
        description =
                "Puts a backup in place of the data. What was written since is lost, but for erasures, which are done"
                        + " again. The site is closed meanwhile. Who and why is written down.")
public final class RestoreCommand implements Action {

    @Reference
    private Restoration restoration;

    @Argument(
            index = 0,
            name = "file",
            description = "The backup of the data: its name as in allleads:backups, or the path of its file",
            required = true)
    @Completion(BackupNames.class)
    private String file;

    @Argument(index = 1, name = "reason", description = "Why", required = true)
    private String reason;

    @Option(
            name = "--keys",
            description =
                    "The backup of the key store, where that is to be replaced too, as on a new machine; without it the"
                            + " keys stay as they are")
    private String keys;

    @Option(name = "--yes", description = "Says that what was written since the backup may be lost")
    private boolean yes;

    @Override
    public Object execute() {
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may restore."));
        if (!yes) {
            throw new IllegalArgumentException(
                    "What was written since the backup is lost. Say that you know with --yes; nothing was done.");
        }
        Restored restored = AtConsole.accepted(() -> restoration.restore(
                file,
                Optional.ofNullable(keys),
                OperatorAct.byConsole(operator, "restore").on("backup", file).because(reason),
                new ShownProgress(System.out, false)));
        System.out.println("Restored as of " + restored.madeAt() + "; " + restored.replayed()
                + " erasures were done again. The site is open.");
        return null;
    }
}
