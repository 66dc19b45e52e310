package com.allleads.backup.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.rest.ProblemException;
import com.allleads.backup.Backups;
import com.allleads.backup.OperatorActs;
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
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may do this."));
        try {
            BackupListing.print(
                    List.of(acts.perform(
                            OperatorAct.byConsole(operator, "backup"),
                            () -> backups.make(new ShownProgress(System.out, json)))),
                    json);
        } catch (ProblemException refused) {
            throw new IllegalArgumentException(
                    refused.problem().detail().orElse(refused.problem().title()));
        }
        return null;
    }
}
